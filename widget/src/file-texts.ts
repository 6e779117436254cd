/** Every sentence about evidence files. */
export const fileTexts = {
  add: 'Bestand toevoegen',
  title: 'Uw bestanden',
  hint: "Foto's, PDF en Word",
  remove: 'Verwijderen',
  describe: (name: string) => `Wat is er te zien op ${name}?`,
  describeHint: 'Niet verplicht. Het helpt wie de foto niet kan zien.',
  addPhoto: 'Foto toevoegen',
  skipPhoto: 'Toch niet toevoegen',
  drop: 'Laat los om toe te voegen',
  adding: (name: string) => `${name} wordt toegevoegd.`,
  added: (name: string) => `${name} is toegevoegd.`,
  removed: (name: string) => `${name} is verwijderd.`,
  tooLarge: (name: string, megabytes: number) =>
    `${name} is te groot. Een bestand mag niet groter zijn dan ${megabytes} MB.`,
  tooMany: (most: number) => `U kunt niet meer dan ${most} bestanden toevoegen.`,
  notSent: (name: string) => `${name} is niet toegevoegd. Controleer uw verbinding en probeer het opnieuw.`,
  notRemoved: (name: string) => `${name} is nog niet verwijderd. Probeer het opnieuw.`,
  first: 'Een bestand is nog niet toegevoegd. Wacht even, of maak hierboven eerst uw keuze.',
};

export function sizeText(bytes: number): string {
  const megabytes = bytes / 1024 / 1024;
  if (megabytes < 1) return `${Math.max(1, Math.round(bytes / 1024))} kB`;
  return `${megabytes.toFixed(1).replace('.', ',')} MB`;
}
