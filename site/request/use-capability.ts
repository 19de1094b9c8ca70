import { useEffect, useState } from 'preact/hooks';
import { capabilityOfHash } from './capability.ts';

/** The capability of the address bar; another link pasted into it opens another request. It stays there, to be kept. */
export const useCapability = (): string | undefined => {
  const [capability, setCapability] = useState(() => capabilityOfHash(location.hash));
  useEffect(() => {
    const onHash = () => setCapability(capabilityOfHash(location.hash));
    window.addEventListener('hashchange', onHash);
    return () => window.removeEventListener('hashchange', onHash);
  }, []);
  return capability;
};
