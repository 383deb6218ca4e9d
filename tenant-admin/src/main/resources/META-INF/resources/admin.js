/**
 * Three small elements of the officials' application.
 *
 * <sa-keys keys="j k 1 …" chooser="id of a vaadin-upload">: fires sa-key {key} for single keys, but not while
 * something is typed, with a modifier held, or with a dialog open. "e" opens the chooser itself, because browsers
 * open one only in the moment of a key or click.
 *
 * <sa-draft key="person.tenant.assessment.indicator" fields="id id">: keeps what is typed into the fields in this tab until the server has it. The
 * tab, and not the browser: a reload or a new sign-in of the same person brings it back.
 *
 * <sa-drafts owner="person.tenant.">: on every page; what others left in this tab goes as soon as it is there. Signing out, or the sign-in of
 * another person, empties the other tabs of this browser, too. Where a session ran out and nobody signs in, only closing the tab does.
 */
const PREFIX = 'satuatap.draft.';

const isTyping = (target) =>
  target instanceof Element && target.closest('textarea, select, [contenteditable], input:not([type=radio]):not([type=checkbox])');
const dialogIsOpen = () => document.querySelector('vaadin-dialog[opened], vaadin-confirm-dialog[opened], vaadin-dialog-overlay');

class SaKeys extends HTMLElement {
  #heard = (event) => {
    const key = event.key.toLowerCase();
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.composedPath()[0]) || dialogIsOpen()) {
      return;
    }
    if (key === 'e') {
      const upload = document.getElementById(this.getAttribute('chooser'));
      if (upload) {
        event.preventDefault();
        upload.scrollIntoView({ block: 'nearest' });
        upload.shadowRoot.querySelector('input[type=file]').click();
      }
    } else if (this.getAttribute('keys').split(' ').includes(key)) {
      event.preventDefault();
      this.dispatchEvent(new CustomEvent('sa-key', { detail: { key } }));
    }
  };

  connectedCallback() {
    document.addEventListener('keydown', this.#heard);
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.#heard);
  }
}

class SaDraft extends HTMLElement {
  #unsaved = false;
  #saved = null;

  #typed = (event) => {
    if (this.#names().includes(event.target.closest?.('vaadin-text-area')?.id)) {
      const texts = Object.fromEntries(this.#names().map((id) => [id, this.#text(id)]));
      if (same(texts, this.#saved)) {
        this.drop();
      } else {
        this.#unsaved = !this.#store({ ...texts, at: Date.now() });
      }
    }
  };

  #leaving = (event) => {
    if (this.#unsaved) {
      event.preventDefault();
    }
  };

  connectedCallback() {
    document.addEventListener('input', this.#typed);
    window.addEventListener('beforeunload', this.#leaving);
  }

  disconnectedCallback() {
    document.removeEventListener('input', this.#typed);
    window.removeEventListener('beforeunload', this.#leaving);
  }

  /** Tells the server when this browser holds other words than it has kept. */
  offer(fact, analysis) {
    const kept = this.#kept();
    this.#saved = { fact, analysis };
    if (kept && !same(kept, this.#saved)) {
      this.dispatchEvent(new CustomEvent('sa-draft', { detail: kept }));
    } else if (kept) {
      this.drop();
    }
  }

  /** The server has kept these words; anything typed since stays. */
  forget(fact, analysis) {
    const kept = this.#kept();
    this.#saved = { fact, analysis };
    if (!kept || same(kept, this.#saved)) {
      this.drop();
    }
  }

  drop() {
    this.#unsaved = false;
    sessionStorage.removeItem(this.#name());
  }

  #names() {
    return this.getAttribute('fields').split(' ');
  }

  #name() {
    return PREFIX + this.getAttribute('key');
  }

  #text(id) {
    return document.getElementById(id)?.inputElement?.value ?? '';
  }

  #store(draft) {
    try {
      sessionStorage.setItem(this.#name(), JSON.stringify(draft));
      return true;
    } catch {
      return false; // no room, or storage is off: then leaving the page asks first
    }
  }

  #kept() {
    try {
      return JSON.parse(sessionStorage.getItem(this.#name()));
    } catch {
      return null;
    }
  }
}

class SaDrafts extends HTMLElement {
  #others = null;

  connectedCallback() {
    this.#others = new BroadcastChannel('satuatap.drafts');
    this.#others.onmessage = (event) => dropOthers(event.data);
    dropOthers(this.#owner());
    this.#others.postMessage(this.#owner());
  }

  disconnectedCallback() {
    this.#others?.close();
  }

  /** She signs out: here, and in all tabs of this browser. */
  drop() {
    dropOthers('');
    this.#others.postMessage('');
  }

  #owner() {
    return this.getAttribute('owner') ?? '';
  }
}

/** The same words, however a line ends. */
function same(texts, others) {
  const plain = (text) => text.replaceAll('\r\n', '\n');
  return others !== null && plain(texts.fact) === plain(others.fact) && plain(texts.analysis) === plain(others.analysis);
}

/** All drafts in this tab but those of one; nobody's name is ''. Earlier versions left some in the browser. */
function dropOthers(owner) {
  const drafts = (storage) => Object.keys(storage).filter((key) => key.startsWith(PREFIX));
  const isOwn = (key) => owner !== '' && key.startsWith(PREFIX + owner);
  try {
    drafts(sessionStorage).filter((key) => !isOwn(key)).forEach((key) => sessionStorage.removeItem(key));
    drafts(localStorage).forEach((key) => localStorage.removeItem(key));
  } catch {
    // storage is off: there are none
  }
}

if (!customElements.get('sa-keys')) {
  customElements.define('sa-keys', SaKeys);
  customElements.define('sa-draft', SaDraft);
  customElements.define('sa-drafts', SaDrafts);
}
