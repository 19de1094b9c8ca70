import { describe, expect, it } from 'vitest';
import { capabilityOfHash, capabilityOfLink } from '../../../site/request/capability.ts';

const whole = 'A1_-'.repeat(10).concat('xyz');

describe('a capability', () => {
  it('is read from the fragment when it is whole', () => {
    expect(capabilityOfHash(`#${whole}`)).toBe(whole);
    for (const hash of ['', '#', `#${whole}x`, `#${whole.slice(1)}`, `#${whole.slice(1)}/`, `#${whole}#`]) {
      expect(capabilityOfHash(hash)).toBeUndefined();
    }
  });

  it.each([
    `https://help.example.com/request#${whole}`,
    `  https://help.example.com/help/request/#${whole}\n`,
    `#${whole}`,
    whole,
  ])('is found in what somebody pasted: %j', (text) => {
    expect(capabilityOfLink(text)).toBe(whole);
  });

  it.each(['', 'https://help.example.com/request', `https://help.example.com/request#${whole.slice(5)}`, 'TZ-7K2M4P'])(
    'is not found in %j',
    (text) => {
      expect(capabilityOfLink(text)).toBeUndefined();
    },
  );
});
