import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CopyField, CopyText } from '../../../widget/escalation/copy.tsx';
import { messages } from '../../../widget/i18n/escalation.en.ts';
import { createTranslate } from '../../../widget/i18n/translate.ts';

const t = createTranslate('en', messages);
const copyButton = () => screen.getByRole('button', { name: /^Copy:/ });

const clipboard = (writeText: (text: string) => Promise<void>) =>
  vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue({ ...navigator.clipboard, writeText });
const plainHttp = () => clipboard(() => Promise.reject(new Error('not allowed')));

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  Reflect.deleteProperty(document, 'execCommand');
});

describe('copying', () => {
  it('puts the text on the clipboard and says so', async () => {
    const written: string[] = [];
    clipboard(async (text) => void written.push(text));
    render(<CopyText t={t} label="Reference" text="TZ-7K2M4P" />);
    fireEvent.click(copyButton());
    expect(await screen.findByText('Copied')).toBeTruthy();
    expect(written).toEqual(['TZ-7K2M4P']);
  });

  it('works on plain http where the browser still has the old command', async () => {
    plainHttp();
    const selected: unknown[] = [];
    Object.assign(document, {
      execCommand: () => {
        const { activeElement } = document;
        selected.push(activeElement instanceof HTMLTextAreaElement ? activeElement.value : undefined);
        return true;
      },
    });
    render(<CopyText t={t} label="Reference" text="TZ-7K2M4P" />);
    fireEvent.click(copyButton());
    expect(await screen.findByText('Copied')).toBeTruthy();
    expect(selected).toEqual(['TZ-7K2M4P']);
    expect(document.querySelector('textarea')).toBeNull();
    expect(document.activeElement).toBe(copyButton());
  });

  it('selects a link for the person where nothing else is allowed', async () => {
    plainHttp();
    render(<CopyField t={t} label="Link" text="https://help.example.com/request#abc" />);
    fireEvent.click(copyButton());
    expect(await screen.findByText('Selected. Copy it with your keyboard or menu.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('Link'));
  });
});
