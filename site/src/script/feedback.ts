type Part = 'ask' | 'why' | 'thanks-yes' | 'thanks-no' | 'offline' | 'failed';

/** "Was this helpful?": yes is sent at once, no asks why first. Nothing is kept on the device. */
export const startFeedback = (): void => {
  const box = document.querySelector<HTMLElement>('[data-feedback]');
  const form = box?.querySelector('form');
  if (!box || !form) return;
  box.hidden = false;
  box.addEventListener('click', (event) => {
    const answer = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-helpful]') : null;
    if (answer?.dataset['helpful'] === 'yes') void send(box, { helpful: true }, 'thanks-yes');
    else if (answer) {
      answer.ariaPressed = 'true';
      show(box, 'ask', 'why');
      form.querySelector('input')?.focus();
    }
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const fields = new FormData(form);
    const reason = fields.get('reason');
    const words = String(fields.get('words') ?? '').trim();
    void send(box, { helpful: false, ...(reason && { reason }), ...(words && { words }) }, 'thanks-no');
  });
};

const send = async (box: HTMLElement, answer: Record<string, unknown>, thanks: Part): Promise<void> => {
  if (box.ariaBusy === 'true') return;
  box.ariaBusy = 'true';
  const { document, locale, route = '' } = box.dataset;
  const failure = await post(route, { document, locale, ...answer });
  box.ariaBusy = 'false';
  // What was written stays in the form until it has arrived.
  if (failure) show(box, 'ask', ...(answer['helpful'] ? [] : ['why' as const]), failure);
  else show(box, thanks);
};

/** Answers what went wrong, or nothing. */
const post = async (route: string, body: unknown): Promise<'offline' | 'failed' | undefined> => {
  try {
    const headers = { 'Content-Type': 'application/json' };
    const response = await fetch(route, { method: 'POST', headers, body: JSON.stringify(body), keepalive: true });
    return response.ok ? undefined : 'failed';
  } catch {
    return 'offline';
  }
};

const show = (box: HTMLElement, ...parts: Part[]): void => {
  for (const element of box.querySelectorAll<HTMLElement>('[data-part]')) {
    element.hidden = !parts.some((part) => part === element.dataset['part']);
  }
};
