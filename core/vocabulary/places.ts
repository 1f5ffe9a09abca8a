import type { Language } from '../language.ts';

export interface PlaceEntry {
  readonly name: string;
  readonly country: string | null;
  readonly zone: string | null;
}
export const places: readonly PlaceEntry[] = [];
export function findPlace(name: string): PlaceEntry | undefined {
  return places.find((entry) => entry.name === name);
}
export function placeName(name: string, _language: Language): string {
  return name;
}
export function contains(scope: string, country: string): boolean {
  return scope === 'worldwide' || scope === country;
}
