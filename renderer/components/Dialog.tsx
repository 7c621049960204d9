import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

/** A dialog over the page: focus goes in, stays in, and returns where it was; Esc closes. The cross is the last of its controls, because it is the least of them. */
export function Dialog({
  title,
  isOpen,
  onClose,
  children,
  wide,
}: {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly wide?: boolean;
}) {
  return (
    <ModalOverlay
      className="overlay"
      isDismissable
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={wide === true ? 'modal wide' : 'modal'}>
        <AriaDialog className="dialog">
          <Heading slot="title" className="h1">
            {title}
          </Heading>
          {children}
          <button type="button" className="btn q dialog-close" aria-label={`Close ${title}`} title="Close (Esc)" onClick={onClose}>
            <Icon name="cross" small />
          </button>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
