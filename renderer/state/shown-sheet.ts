import { useEffect } from 'react';
import { create } from 'zustand';
import type { Sheet } from '../components/grid/sheet.ts';

/** The grid that is on screen, which "Export this table" is about. */
export const useShownSheet = create<{ readonly sheet: Sheet | null }>()(() => ({ sheet: null }));

/** Says that a grid is on screen, for as long as it is. */
export function useAsShownSheet(sheet: Sheet | null): void {
  useEffect(() => {
    useShownSheet.setState({ sheet });
    return () => {
      if (useShownSheet.getState().sheet === sheet) useShownSheet.setState({ sheet: null });
    };
  }, [sheet]);
}
