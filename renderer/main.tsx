import './styles/tokens.css';
import './styles/base.css';
import './styles/fields.css';
import './styles/dialogs.css';
import './styles/palette.css';
import './styles/frame.css';
import './styles/tables.css';
import './app/without-eval.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
