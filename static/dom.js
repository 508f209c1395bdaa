// The JavaScript half of the Go package web/dom: it follows the instructions of package dom's
// renderers and canvases, and tells them of events. It holds no state that two of them share, and
// its one global is goDOM. Load it before the Go program starts.
(() => {
  'use strict';

  const namespaces = [
    'http://www.w3.org/1999/xhtml', 'http://www.w3.org/2000/svg', 'http://www.w3.org/1998/Math/MathML',
    'http://www.w3.org/1999/xlink', 'http://www.w3.org/XML/1998/namespace',
  ];
  const capture = 1, passive = 2, once = 4, prevent = 8, stop = 16; // the flags of a listener
  const steered = new Set(['value', 'checked', 'selected', 'indeterminate', 'muted']);
  const decoder = new TextDecoder('utf-8', {ignoreBOM: true});
  const isBefore = (node, parent) => node && node.parentNode === parent ? node : null;
  const tokens = text => text.split(/\s+/).filter(Boolean);

  // What instructions do, in the order of their numbers. Each takes all its operands before it
  // touches the document, so that the next instruction is found even if the document refuses.
  const steps = [
    function name() { this.names.push(this.text()); },
    function element() {
      const number = this.word(), space = this.word(), tag = this.name();
      try {
        this.nodes[number] = document.createElementNS(namespaces[space], tag);
      } catch (error) {
        this.nodes[number] = document.createElement('span'); // what is to come needs something there
        throw error;
      }
    },
    function text() { const number = this.word(); this.nodes[number] = document.createTextNode(this.text()); },
    function comment() { const number = this.word(); this.nodes[number] = document.createComment(this.text()); },
    function insert() {
      const parent = this.node(), node = this.node(), before = this.word();
      parent.insertBefore(node, before ? isBefore(this.nodes[before], parent) : null);
    },
    function move() {
      const parent = this.node(), node = this.node(), before = this.word();
      place(parent, node, before ? isBefore(this.nodes[before], parent) : null);
    },
    function remove() { this.node().remove(); },
    function free() {
      const number = this.word();
      this.controls.delete(this.nodes[number]);
      this.nodes[number] = undefined;
    },
    function data() { const node = this.node(); node.data = this.text(); },
    function content() { const node = this.node(); node.textContent = this.text(); },
    function html() { const node = this.node(); node.innerHTML = this.text(); },
    function set() { const node = this.node(), name = this.name(); node.setAttribute(name, this.text()); },
    function setNS() {
      const node = this.node(), space = this.word(), name = this.name();
      node.setAttributeNS(namespaces[space], name, this.text());
    },
    function clear() { const node = this.node(); node.removeAttribute(this.name()); },
    function clearNS() {
      const node = this.node(), space = this.word();
      node.removeAttributeNS(namespaces[space], this.name());
    },
    function classes() {
      const node = this.node(), was = this.text(), now = this.text();
      if ((node.getAttribute('class') ?? '') === was) { // nobody else has a class here
        if (now) node.setAttribute('class', now); else node.removeAttribute('class');
        return;
      }
      const keep = tokens(now);
      node.classList.remove(...tokens(was).filter(token => !keep.includes(token)));
      node.classList.add(...keep);
    },
    function style() { const node = this.node(); node.style.cssText = this.text(); },
    function control() { const node = this.node(), name = this.name(); this.control(node, name, this.text()); },
    function flag() { const node = this.node(), name = this.name(); this.control(node, name, this.word() === 1); },
    function property() {
      const node = this.node(), name = this.name(), value = JSON.parse(this.text());
      if (steered.has(name)) this.control(node, name, value); else node[name] = value;
    },
    function listen() {
      const node = this.node(), type = this.name(), flags = this.word(), number = this.word();
      const listener = {
        node, type, capture: !!(flags & capture),
        handleEvent: event => {
          if (flags & prevent) event.preventDefault();
          if (flags & stop) event.stopPropagation();
          this.handle(number, event);
        },
      };
      this.listeners.set(number, listener);
      const options = {capture: listener.capture, once: !!(flags & once)};
      if (flags & passive) options.passive = true; // else the browser's own default for the type
      node.addEventListener(type, listener, options);
    },
    function unlisten() { this.unlisten(this.word()); },
    function sheet() {
      const number = this.word(), media = this.text(), text = this.text();
      const sheet = new CSSStyleSheet({media});
      sheet.replaceSync(text);
      this.sheets.set(number, sheet);
      this.scope().adoptedStyleSheets.push(sheet);
    },
    function link() {
      const number = this.word(), link = document.createElement('link'), attributes = [];
      for (let n = this.word(); n > 0; n--) attributes.push([this.name(), this.text()]);
      for (const [name, value] of attributes) link.setAttribute(name, value);
      this.sheets.set(number, link);
      (this.scope().head ?? this.scope()).append(link);
    },
    function unsheet() { this.unsheet(this.word()); },
  ];

  // place moves a node within the document so that focus, selection, scrolling and transitions
  // survive; browsers without moveBefore get their focus back at least.
  function place(parent, node, before) {
    if (parent.moveBefore && node.isConnected && parent.isConnected) {
      parent.moveBefore(node, before);
      return;
    }
    const focused = node.getRootNode().activeElement;
    parent.insertBefore(node, before);
    if (focused && node.contains(focused)) focused.focus({preventScroll: true});
  }

  // steer gives a control a value. A caret in it stays where it was.
  function steer(node, name, value) {
    if (node[name] === value) return;
    if (name !== 'value' || node.getRootNode().activeElement !== node) { node[name] = value; return; }
    let start = null, end = null, direction;
    try { ({selectionStart: start, selectionEnd: end, selectionDirection: direction} = node); } catch { /* it has none */ }
    node.value = value;
    if (start !== null && start !== undefined) node.setSelectionRange(start, end, direction);
  }

  class Host {
    constructor(root, handle) {
      this.nodes = [root]; // by number; a freed number is used again
      this.names = [];
      this.controls = new Map(); // element → {property: value} as the program last said
      this.listeners = new Map();
      this.sheets = new Map();
      this.handle = handle;
      this.typing = null; // the control with input that its change event has not yet confirmed
      this.notice = event => { this.typing = event.type === 'input' ? event.composedPath()[0] : null; };
      this.watched = ['input', 'change', 'focusout'];
      if (handle) for (const type of this.watched) root.addEventListener(type, this.notice, true);
    }

    // room returns the array that Go copies instructions into, of at least so many bytes.
    room(bytes) {
      this.bytes = new Uint8Array(bytes + 3 & ~3);
      this.code = new Int32Array(this.bytes.buffer);
      return this.bytes;
    }

    // run follows the first bytes of the array: length bytes of instructions, then the text.
    run(length, textLength) {
      this.at = 0;
      this.strings = decoder.decode(this.bytes.subarray(length, length + textLength));
      this.cut = 0;
      for (const end = length / 4; this.at < end;) {
        try {
          while (this.at < end) steps[this.code[this.at++]].call(this);
        } catch (error) {
          console.error('goDOM: the document refused an instruction:', error);
        }
      }
      this.strings = '';
      for (const [node, values] of this.controls) {
        if (node !== this.typing) for (const name in values) steer(node, name, values[name]);
      }
    }

    word() { return this.code[this.at++]; }
    name() { return this.names[this.code[this.at++]]; }
    node() { return this.nodes[this.code[this.at++]]; }
    text() { const from = this.cut; return this.strings.substring(from, this.cut += this.code[this.at++]); }

    control(node, name, value) {
      const values = this.controls.get(node) ?? {};
      this.controls.set(node, values);
      values[name] = value;
      steer(node, name, value);
      if (name === 'selected' && !value) this.controls.delete(node); // another option may be chosen
    }

    // scope is what style sheets belong to: the document or the shadow root of the mount.
    scope() {
      const root = this.nodes[0].getRootNode();
      return root.adoptedStyleSheets ? root : document;
    }

    unsheet(number) {
      const sheet = this.sheets.get(number), scope = this.scope();
      this.sheets.delete(number);
      if (sheet instanceof CSSStyleSheet) {
        scope.adoptedStyleSheets = scope.adoptedStyleSheets.filter(other => other !== sheet);
      } else {
        sheet.remove();
      }
    }

    unlisten(number) {
      const listener = this.listeners.get(number);
      this.listeners.delete(number);
      listener.node.removeEventListener(listener.type, listener, listener.capture);
    }

    // get returns the node of a number.
    get(number) { return this.nodes[number]; }

    // close undoes all that the host did to the page.
    close() {
      for (const type of this.watched) this.nodes[0].removeEventListener(type, this.notice, true);
      for (const number of [...this.sheets.keys()]) this.unsheet(number);
      for (const number of [...this.listeners.keys()]) this.unlisten(number);
      this.nodes[0].replaceChildren();
      this.nodes = [];
      this.controls.clear();
    }
  }

  // primitives returns the names and values of what is not an object in an object, for EventSummary.
  function primitives(object) {
    const found = [];
    for (const name in object) {
      let value;
      try { value = object[name]; } catch { continue; } // some browsers throw for a selection
      if (['boolean', 'number', 'string'].includes(typeof value)) found.push(name, value);
    }
    return found;
  }

  globalThis.goDOM = {open: (root, handle) => new Host(root, handle), primitives};
})();
