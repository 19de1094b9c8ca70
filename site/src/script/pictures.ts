/** A picture that is shown smaller than it is opens in full: a real link, so that it can go to a tab of its own. */
export const startPictures = (): void => {
  for (const picture of document.querySelectorAll<HTMLImageElement>('.prose img')) {
    const check = (): void => {
      if (picture.naturalWidth > picture.clientWidth * 1.2 && !picture.closest('a')) link(picture);
    };
    if (picture.complete) check();
    else picture.addEventListener('load', check, { once: true });
  }
};

const link = (picture: HTMLImageElement): void => {
  const anchor = document.createElement('a');
  anchor.href = picture.src;
  picture.replaceWith(anchor);
  anchor.append(picture);
};
