import type { Content } from '../search/content.ts';
import type { KnowledgeSource } from '../search/knowledge.ts';

/** Resolves once there is content; rejects when there is none to be had. */
export const contentOf = ({ state }: KnowledgeSource): Promise<Content> =>
  new Promise((resolve, reject) => {
    const look = () => {
      const now = state.get();
      if (now.status === 'loading') return;
      end();
      if (now.status === 'ready') resolve(now.content);
      else reject(new Error(`the help center cannot be read: ${now.reason}`));
    };
    const end = state.on(look);
    look();
  });
