/** Style sheets are imported as text, so that they can be adopted by the shadow root. */
declare module '*.css?inline' {
  const text: string;
  export default text;
}
