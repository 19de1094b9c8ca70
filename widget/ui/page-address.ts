import { folderOf, type Site } from './address.ts';

export const categoryAddress = (site: Site, slug: string): string => `${folderOf(site)}categories/${slug}/`;

export const searchAddress = (site: Site, query: string): string =>
  `${folderOf(site)}search/?q=${encodeURIComponent(query)}`;
