/** What every page starts from. Import once, before anything is rendered. */
import './base.css';

// react-aria's presses add a <style> element unless one of this id is there; our policy (style-src 'self') would block it
// and count a violation. The rule it would hold stands in base.css.
const reactAriaStyleId = 'react-aria-pressable-style';

if (typeof document !== 'undefined' && !document.getElementById(reactAriaStyleId)) {
  const placeholder = document.createElement('meta');
  placeholder.id = reactAriaStyleId;
  document.head.append(placeholder);
}
