import MiniSearch from 'minisearch';
import { bytesText, type Contender, displayOf, textBytes } from './contender.ts';

const options = { fields: ['title', 'headings', 'description', 'body'] };
const index = 'index.json';
const display = 'display.json';

/** Postings of a serialised index: entries of every field of every term. */
const postingsOf = (mini: MiniSearch): number =>
  mini
    .toJSON()
    .index.reduce(
      (sum, [, fields]) =>
        sum + Object.values(fields).reduce((inner, entries) => inner + Object.keys(entries).length, 0),
      0,
    );

/** MiniSearch 7.2 as it comes: four fields, nothing stored; numbers as ids. */
export const minisearch: Contender = async (articles) => {
  const mini = new MiniSearch(options);
  mini.addAll(articles.map((article, id) => ({ ...article, headings: article.headings.join('\n'), id })));
  const files = new Map([
    [index, textBytes(JSON.stringify(mini))],
    [display, displayOf(articles)],
  ]);
  return {
    files,
    parts: { index: [files.get(index)!], display: [files.get(display)!] },
    terms: mini.termCount,
    postings: postingsOf(mini),
    needs: () => [index, display],
    open: (given) => [
      MiniSearch.loadJSON(bytesText(given.get(index)), options),
      JSON.parse(bytesText(given.get(display))),
    ],
  };
};
