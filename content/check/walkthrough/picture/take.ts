import { pictureScale } from '../../../compile/checked.ts';
import { within } from '../patience.ts';
import type { Stage } from '../stage.ts';
import { viewport } from '../visitor.ts';
import { clipAround } from './clip.ts';
import { decodePng } from './decode.ts';
import { paintOver } from './paint.ts';
import type { Pixels } from './pixels.ts';
import { drawRing } from './ring.ts';

export type Scheme = 'light' | 'dark';

// The driver would wait for fonts until they are there; `settled` knows when it is enough.
process.env['PW_TEST_SCREENSHOT_NO_FONTS_READY'] = '1';

/** Shots of a page that goes on changing; the last one counts. */
const tries = 6;

/** Takes a picture of what was looked at last, marked, in one colour scheme; none where the page took it away. */
export async function takePicture(stage: Stage, scheme: Scheme): Promise<Pixels | undefined> {
  await within(stage.patience.answer, stage.page.emulateMedia({ colorScheme: scheme }));
  await stage.mask();
  try {
    return await shoot(stage, scheme);
  } finally {
    // A page that went elsewhere has its own texts.
    await stage.unmask().catch(() => {});
  }
}

const greys: Record<Scheme, number> = { light: 208, dark: 88 };

async function shoot(stage: Stage, scheme: Scheme): Promise<Pixels | undefined> {
  await stage.settled();
  const box = await stage.box();
  if (!box) return undefined;
  const clip = clipAround(box, viewport);
  const inClip = ({ left, top, ...size }: typeof box) => ({ ...size, left: left - clip.left, top: top - clip.top });
  const masks = await stage.masks();
  const pixels = decodePng(await still(stage, clip));
  if (!pixels) return undefined;
  for (const mask of masks) paintOver(pixels, inClip(mask), { scale: pictureScale, grey: greys[scheme] });
  drawRing(pixels, inClip(box), pictureScale);
  return pixels;
}

/** As soon as two pictures in a row are the same: what comes late has come. */
async function still({ page, patience }: Stage, { left, top, width, height }: ReturnType<typeof clipAround>) {
  const shot = () =>
    within(
      patience.answer,
      page.screenshot({
        clip: { x: left, y: top, width, height },
        animations: 'disabled',
        caret: 'hide',
        scale: 'device',
        timeout: patience.answer,
      }),
    );
  let before = await shot();
  for (let count = 1; count < tries; count++) {
    const now = await shot();
    if (now.equals(before)) break;
    before = now;
  }
  return before;
}
