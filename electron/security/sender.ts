/** What is known of the frame that called. */
export type CallingFrame = { readonly origin: string; readonly url: string; readonly isTop: boolean };

/**
 * Why a call from a frame is not answered; nothing where it may be. Exactly our origin, in the top frame: a prefix would let in app://bundle.other, and a frame
 * inside the page is none of ours.
 */
export function senderFault(frame: CallingFrame | undefined, origin: string): string | undefined {
  if (frame === undefined) return 'the frame is gone';
  if (!frame.isTop) return 'not the top frame';
  if (frame.origin !== origin) return 'another origin';
  return frame.url.startsWith(`${origin}/`) ? undefined : 'another address';
}
