import { describe, expect, test } from 'vitest';
import { describeConfigError, readConfig } from '../../api/config.ts';

describe('readConfig', () => {
  test('has a default for everything', () => {
    expect(readConfig({})).toEqual({
      ok: true,
      config: {
        port: 4321,
        host: 'localhost',
        base: '/',
        siteUrl: undefined,
        origins: [{ kind: 'localhost' }],
        secret: undefined,
        proxies: 0,
        rateLimit: 60,
        agent: undefined,
        dataDir: 'data',
        publicDir: 'dist/public',
      },
    });
  });

  test('reads what is set', () => {
    const read = readConfig({
      PORT: '0',
      BASE: 'help',
      SITE_URL: 'https://help.example.com/',
      TIERZERO_ORIGINS: 'https://app.example.com, https://*.example.org localhost',
      TIERZERO_PROXIES: '2',
      TIERZERO_AGENT: 'Acme Support',
      HOST: ' ',
    });
    expect(read).toMatchObject({
      ok: true,
      config: {
        port: 0,
        base: '/help/',
        siteUrl: 'https://help.example.com',
        origins: [
          { kind: 'exact', origin: 'https://app.example.com' },
          { kind: 'subdomains', scheme: 'https:', suffix: '.example.org' },
          { kind: 'localhost' },
        ],
        proxies: 2,
        agent: 'Acme Support',
        host: 'localhost',
      },
    });
  });

  test('says everything that is wrong at once, with a hint each and no secret', () => {
    const read = readConfig({
      PORT: '70000',
      BASE: '/help?x',
      SITE_URL: 'https://help.example.com/path',
      TIERZERO_ORIGINS: 'https://app.example.com/page',
      TIERZERO_SECRET: 'hunter2',
      TIERZERO_PROXIES: '-1',
      TIERZERO_RATE_LIMIT: '1e3',
    });
    const lines = read.ok ? [] : read.errors.map(describeConfigError);
    expect(lines).toEqual([
      'PORT: found "70000", expected a whole number from 0 to 65535. Ports go up to 65535; 0 takes any free one.',
      'BASE: found "/help?x", expected a path such as /help. Use letters, digits, hyphens and slashes.',
      'SITE_URL: found "https://help.example.com/path", expected an origin such as https://help.example.com. The path belongs into BASE.',
      'TIERZERO_ORIGINS: found "https://app.example.com/page", expected origins separated by commas, such as https://app.example.com, https://*.example.com, localhost or *. Give the address of the pages that carry the widget, without a path.',
      'TIERZERO_SECRET: found 7 characters, expected at least 32 characters. Make one with: openssl rand -base64 32',
      'TIERZERO_PROXIES: found "-1", expected a whole number from 0 to 10. Count the proxies between the internet and this process.',
      'TIERZERO_RATE_LIMIT: found "1e3", expected a whole number from 0 to 1000000. Requests one network may send in ten minutes.',
    ]);
  });
});
