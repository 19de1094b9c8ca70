export interface ResumeOptions {
  /** Folder of the help center, ending in `/`. */
  base: string;
  /** Origin of the API. */
  api: string;
  /** As on the script tag. */
  storage: 'auto' | 'none';
  /** All unread replies; called once at the start and after every change. */
  onUnread: (count: number) => void;
  /** A reply came while the panel was closed. */
  onReply?: (reply: { reference: string; unread: number }) => void;
}
