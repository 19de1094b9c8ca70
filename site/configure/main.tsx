import './configure.css';
import { render } from 'preact';
import { company } from '../src/company.ts';
import { Configurator } from './configurator.tsx';
import { wordsOf } from './words.ts';

const host = document.getElementById('configure');
if (host) {
  const { locale = 'en', base = '/' } = host.dataset;
  // What stands there for a page without this code.
  host.replaceChildren();
  const kit = {
    t: wordsOf(locale),
    locale,
    known: { locales: company.locales, base: new URL(base, location.href).href },
    preview: `${base}configure/preview/`,
  };
  render(<Configurator kit={kit} />, host);
}
