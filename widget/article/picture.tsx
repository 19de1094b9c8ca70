import { useState } from 'preact/hooks';
import type { Block } from '../../content/schema/tree.ts';
import { Icon } from '../ui/icon.tsx';
import type { Frame } from './frame.ts';

type Image = Extract<Block, { tag: 'figure' }>['image'];

/**
 * A picture that opens in its full size. Where the page's `img-src` does not allow it, its words stand in its place: the
 * one thing of an article that needs more than `script-src` and `connect-src`.
 */
export const Picture = ({ image, frame }: { image: Image; frame: Frame }) => {
  const [blocked, setBlocked] = useState(false);
  // SECURITY: pictures of this help center only, whatever the tree says.
  if (!/^tz\/[\w.-]+$/.test(image.src)) return <>{image.alt}</>;
  const { src, alt, width, height } = image;
  const url = frame.base + src;
  return (
    <a class={blocked ? 'with-icon' : 'picture'} href={url} target="_blank" rel="noopener">
      {blocked ? (
        <>
          <Icon name="external" size={16} />
          {frame.t('article.picture', { alt })}
        </>
      ) : (
        <img
          src={url}
          alt={alt}
          loading="lazy"
          decoding="async"
          {...(width ? { width } : {})}
          {...(height ? { height } : {})}
          onError={() => setBlocked(true)}
        />
      )}
    </a>
  );
};
