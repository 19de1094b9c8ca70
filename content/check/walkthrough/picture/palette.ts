import type { Pixels } from './pixels.ts';

/** A colour as one number, 0xRRGGBB, and how many pixels have it. */
type Counted = [colour: number, count: number];

const most = 256;
/** What a page is made of: its flat colours stay as they are, and only the shades between are brought together. */
const kept = 96;

const channels: readonly number[] = [16, 8, 0];
const channelOf = (colour: number, shift: number): number => (colour >> shift) & 255;

/** At most 256 colours for a picture, and the place of each of its pixels among them. The same picture gives the same. */
export function paletteOf({ data }: Pixels): { colours: number[]; places: Uint8Array } {
  const counts = new Map<number, number>();
  const colourAt = (at: number) => (data[at]! << 16) | (data[at + 1]! << 8) | data[at + 2]!;
  for (let at = 0; at < data.length; at += 4) {
    const colour = colourAt(at);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const colours =
    sorted.length <= most
      ? sorted.map(([colour]) => colour)
      : [...sorted.slice(0, kept).map(([colour]) => colour), ...averages(sorted.slice(kept), most - kept)];
  const nearest = new Map(sorted.map(([colour]) => [colour, nearestTo(colour, colours)]));
  const places = new Uint8Array(data.length / 4);
  for (let pixel = 0; pixel < places.length; pixel++) places[pixel] = nearest.get(colourAt(pixel * 4))!;
  return { colours, places };
}

/** Median cut: the widest and fullest box of colours is halved until there are enough. */
function averages(colours: Counted[], wanted: number): number[] {
  let boxes = [boxOf(colours)];
  while (boxes.length < wanted) {
    const widest = boxes.reduce((a, b) => (b.weight > a.weight ? b : a));
    if (widest.colours.length < 2) break;
    boxes = boxes.flatMap((box) => (box === widest ? halves(box) : [box]));
  }
  return boxes.map(({ colours }) => average(colours));
}

interface Box {
  colours: Counted[];
  /** The channel in which its colours differ most. */
  shift: number;
  weight: number;
}

function boxOf(colours: Counted[]): Box {
  const ranges = channels.map((shift) => {
    let [low, high] = [255, 0];
    for (const [colour] of colours) {
      low = Math.min(low, channelOf(colour, shift));
      high = Math.max(high, channelOf(colour, shift));
    }
    return { shift, range: high - low };
  });
  const { shift, range } = ranges.reduce((a, b) => (b.range > a.range ? b : a));
  const count = colours.reduce((sum, [, count]) => sum + count, 0);
  return { colours, shift, weight: colours.length < 2 ? 0 : range * Math.sqrt(count) };
}

function halves({ colours, shift }: Box): [Box, Box] {
  const sorted = [...colours].sort((a, b) => channelOf(a[0], shift) - channelOf(b[0], shift) || a[0] - b[0]);
  const half = colours.reduce((sum, [, count]) => sum + count, 0) / 2;
  let passed = 0;
  const middle = sorted.findIndex(([, count]) => {
    passed += count;
    return passed >= half;
  });
  const cut = Math.min(Math.max(1, middle), sorted.length - 1);
  return [boxOf(sorted.slice(0, cut)), boxOf(sorted.slice(cut))];
}

function average(colours: Counted[]): number {
  const total = colours.reduce((sum, [, count]) => sum + count, 0);
  return channels.reduce((made, shift) => {
    const mean = colours.reduce((sum, [colour, count]) => sum + channelOf(colour, shift) * count, 0) / total;
    return made | (Math.round(mean) << shift);
  }, 0);
}

function nearestTo(colour: number, colours: readonly number[]): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let place = 0; place < colours.length; place++) {
    const other = colours[place]!;
    const [red, green, blue] = [
      (colour >> 16) - (other >> 16),
      channelOf(colour, 8) - channelOf(other, 8),
      channelOf(colour, 0) - channelOf(other, 0),
    ];
    const distance = red * red + green * green + blue * blue;
    if (distance < least) [best, least] = [place, distance];
  }
  return best;
}
