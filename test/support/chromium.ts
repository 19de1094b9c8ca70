export { findChromium, launchChromium } from '../../content/check/walkthrough/chromium.ts';
