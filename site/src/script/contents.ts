/** Marks in "On this page" the section that is being read. */
export const startContents = (): void => {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.contents a')];
  const headings = links.flatMap((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))) ?? []);
  if (headings.length === 0) return;
  const mark = (id: string | undefined): void => {
    for (const link of links) {
      if (decodeURIComponent(link.hash.slice(1)) === id) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  };
  // A heading counts as reached in the upper third; the last one reached is the section.
  const reached = (): HTMLElement | undefined =>
    headings.findLast((heading) => heading.getBoundingClientRect().top < innerHeight / 3);
  const observer = new IntersectionObserver(() => mark(reached()?.id), { rootMargin: '0px 0px -66% 0px' });
  for (const heading of headings) observer.observe(heading);
};
