/** One's own part in the room's voices: a place in what carries them, the microphone, and the mix of what one hears. */
import type { Store } from '#client/net/store.ts';
import { changePage, openMicrophoneDialog, type PageState, type VoicePage } from '#client/app/context.tsx';
import type { Hearth } from '#client/net/hearth.ts';
import { settings } from '#client/settings/settings.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Message, MessageValues } from '#shared/kernel/message.ts';
import { refusalKinds } from '#shared/registry.ts';
import { audible, type Carrier, type Stand } from '#shared/voice/hearing.ts';
import { microphoneOf, type Microphone } from '#shared/voice/microphone.ts';
import { personAt, type Address, type Hearing } from '#shared/voice/news.ts';
import type { AudioSeat, NoSeat } from '#shared/voice/seat.ts';
import { standOf } from '#shared/voice/stand.ts';
import { Recent } from './recent.ts';
import { isSpeech } from './meter.ts';
import { VoiceMixer } from './mixer.ts';
import { OpenMicrophone, whyNone } from './openMicrophone.ts';
import { nearestAround, placeVoice, volumes } from './placing.ts';
import { beginStay, type Stay } from './stay.ts';
import { tellOwnLevel, tests } from './ownLevel.ts';
import { listenForTalkKey } from './talkKey.ts';
import { onMicrophoneThere } from './watch.ts';
import { voice as words } from './voice.words.ts';

/** How often (ms) loudness and direction follow people, and it is seen who speaks. */
const FOLLOW = 100;
/** How long (ms) until a place is asked for again. */
const AGAIN = 2_000;
/** Who talks so long (ms) without a pause is told that nobody hears it, at most each minute. */
const [TALKS, TOLD_EVERY] = [800, 60_000];

export class VoiceSession {
  readonly #hearth: Hearth;
  readonly #page: Store<PageState>;
  readonly #tell: (words: Message, values?: MessageValues) => void;
  /** Since when (ms) one talks while the microphone is off, and when one was last told. */
  #talkingSince: number | undefined;
  #toldAt = -Infinity;
  readonly #mixer = new VoiceMixer<Address>();
  readonly #recent = new Recent<PersonId>();
  /** Those whose voices come from all around, where one wants that. */
  #around: ReadonlySet<Address> = new Set();
  readonly #stops: (() => void)[];
  #stay: Stay | undefined;
  #seats = 0;
  #hearing: Hearing;
  #microphone: OpenMicrophone | undefined;
  /** Two presses ask once. */
  #opening: Promise<boolean> | undefined;
  /** What is opened for an earlier turn is given back at once: meanwhile none was wanted any more. */
  #turns = 0;
  /** The choice by which the open one was opened. */
  #openedBy = '';
  /** One exchange after the other, however quickly one chooses. */
  #exchanges: Promise<void> = Promise.resolve();
  #was: Microphone = 'off';
  #isHere = false;
  #again: number | undefined;
  #chosen = settings.current.microphone;
  #talks: Promise<void> = Promise.resolve();
  /** The key has turned the microphone on. */
  #isByKey = false;

  constructor(hearth: Hearth, page: Store<PageState>, tell: (words: Message, values?: MessageValues) => void) {
    [this.#hearth, this.#page, this.#tell, this.#hearing] = [hearth, page, tell, hearth.store.current.hearing];
    const resume = (): void => this.#mixer.resume();
    const gestures = new AbortController();
    for (const kind of ['pointerup', 'keyup'] as const) addEventListener(kind, resume, { signal: gestures.signal });
    const timer = window.setInterval(() => this.#follow(), FOLLOW);
    this.#stops = [hearth.onAudio((seat) => void this.#take(seat)), hearth.store.subscribe(() => this.#read()), () => gestures.abort(), () => clearInterval(timer), () => clearTimeout(this.#again), onMicrophoneThere(navigator.mediaDevices as MediaDevices | undefined, () => this.#found()), settings.subscribe(() => this.#heed()), listenForTalkKey(window, { isOn: () => this.#was === 'on', begin: () => this.#talk(true), end: () => this.#talk(false) })];
    this.#heed();
    this.#read();
  }

  /** Whether there is a microphone to speak into: asks for it, the first time. */
  async ready(): Promise<boolean> {
    const opening = (this.#opening ??= this.#open());
    const isReady = await opening;
    if (!isReady && this.#opening === opening) this.#opening = undefined;
    return isReady;
  }

  async #open(): Promise<boolean> {
    const [turn, chosen] = [this.#turns, settings.current.microphone];
    try {
      const microphone = await OpenMicrophone.open(this.#mixer.context, {
        gone: () => {
          this.#giveBack('gone');
          this.#tell(words.goneNow);
          void this.#hearth.perform('voice.off', { by: 'device' });
        },
        silenced: (isSilent) => this.#tell(isSilent ? words.silenced : words.heardAgain),
      });
      // Browsers show a microphone that is open for as long as it is.
      if (turn !== this.#turns) {
        microphone.close();
        return false;
      }
      const before = this.#microphone;
      [this.#microphone, this.#openedBy] = [microphone, chosen];
      this.#say({ device: 'ready' });
      this.#stay?.speak(microphone.track);
      this.#turn(this.#was === 'on');
      before?.close();
      return true;
    } catch (error) {
      if (turn === this.#turns) this.#say({ device: whyNone(error) });
      return false;
    }
  }

  /** VO26. One press after the other, however long each takes. */
  #talk(isOn: boolean): void {
    this.#talks = this.#talks.then(async () => {
      // What was refused has no end.
      if (!isOn && !this.#isByKey) return;
      this.#isByKey = false;
      if (isOn && !(await this.ready())) return openMicrophoneDialog({ page: this.#page });
      const result = await this.#hearth.perform(isOn ? 'voice.on' : 'voice.off', { by: 'key' });
      this.#isByKey = isOn && result.accepted;
      const kind = result.accepted || !isOn ? undefined : refusalKinds.get(result.refusal.code);
      if (kind && !result.accepted) this.#tell(kind.words, result.refusal.values);
    }, () => undefined);
  }

  /** VO25. What one has chosen acts at once. */
  #heed(): void {
    const { voices, mono, speaker, echoFix, microphone } = settings.current;
    Object.assign(this.#mixer, { volume: volumes[voices], mono, speaker, byElement: echoFix });
    if (microphone === this.#chosen) return;
    this.#chosen = microphone;
    this.#exchange();
  }

  /** Another microphone in the place of the one that is open; the one before stays where it cannot be had. */
  #exchange(): void {
    this.#exchanges = this.#exchanges.then(async () => {
      await this.#opening;
      if (!this.#microphone || this.#openedBy === settings.current.microphone) return;
      if (!(await this.#open()) && this.#microphone) this.#say({ device: 'ready' });
    });
  }

  close(): void {
    for (const stop of this.#stops) stop();
    this.#seats++;
    void this.#stay?.end();
    this.#shut();
    this.#mixer.close();
  }

  /** Gives the microphone back to the browser: it shows none as open any more. */
  #shut(): void {
    this.#turns++;
    this.#microphone?.close();
    this.#microphone = this.#opening = undefined;
  }

  /** VO21 VO22. One's voice is given no more; the next time it is turned on the browser is asked again. */
  #giveBack(device: VoicePage['device']): void {
    this.#stay?.hush();
    this.#shut();
    this.#say({ device, isTalking: false });
  }

  /** VO22. There is a microphone, where there was none. */
  #found(): void {
    const { device } = this.#page.current.voice;
    if (device !== 'gone' && device !== 'missing') return;
    this.#say({ device: 'unasked' });
    this.#tell(words.found);
  }

  /** What the server told: whether one is here, whom one hears, what one's microphone is to do. */
  #read(): void {
    const { connection, hearing, facts, you } = this.#hearth.store.current;
    const isHere = connection.status === 'here';
    if (isHere !== this.#isHere) {
      this.#isHere = isHere;
      if (isHere) this.#ask();
      else void this.#drop('lost');
    }
    if (hearing !== this.#hearing) {
      this.#hearing = hearing;
      this.#stay?.heed(hearing);
    }
    const now = microphoneOf(you === undefined ? undefined : facts.people.get(you));
    const isOn = now === 'on';
    // Whoever turns it on while only listening opens it first, and is listening still.
    if (now === 'listening' && this.#was !== now && (this.#microphone || this.#opening)) this.#giveBack('unasked');
    this.#was = now;
    this.#turn(isOn);
  }

  #turn(isOn: boolean): void {
    this.#microphone?.turn(isOn);
    this.#stay?.turn(isOn);
  }

  #ask(): void {
    clearTimeout(this.#again);
    if (!this.#stay) this.#say({ link: 'connecting' });
    this.#hearth.wantAudio(true);
  }

  async #take(seat: AudioSeat | NoSeat): Promise<void> {
    const turn = ++this.#seats;
    if ('none' in seat) {
      await this.#drop(seat.none === 'elsewhere' ? 'elsewhere' : 'lost');
      if (seat.none !== 'elsewhere') this.#later();
      return;
    }
    const before = this.#stay;
    try {
      const stay = await beginStay(seat, this.#hearing, {
        heard: (address, track) => this.#mixer.add(address, track),
        silent: (address) => this.#mixer.remove(address),
        apart: (apart) => turn === this.#seats && this.#say({ apart }),
        ended: () => {
          if (turn !== this.#seats) return;
          void this.#drop('lost');
          this.#later();
        },
      }, { send: (signals) => this.#hearth.signal(signals), listen: (take) => this.#hearth.onSignals(take) });
      if (turn !== this.#seats) return void stay.end();
      this.#stay = stay;
      stay.heed(this.#hearing);
      // The new one first, and then the old: between two rooms there is no gap.
      await before?.end();
      if (this.#microphone) stay.speak(this.#microphone.track);
      stay.turn(this.#was === 'on');
      this.#say({ link: 'here' });
    } catch {
      if (turn !== this.#seats) return;
      await this.#drop('lost');
      this.#later();
    }
  }

  async #drop(link: VoicePage['link']): Promise<void> {
    const stay = this.#stay;
    this.#stay = undefined;
    this.#say({ link, speaking: new Set(), isTalking: false, apart: 0 });
    for (const address of [...this.#mixer.ids]) this.#mixer.remove(address);
    await stay?.end();
  }

  #later(): void {
    clearTimeout(this.#again);
    this.#again = window.setTimeout(() => this.#isHere && this.#ask(), AGAIN);
  }

  /** Puts every voice where its speaker is, and sees who speaks. */
  #follow(): void {
    const { view, store } = this.#hearth;
    const { you, facts } = store.current;
    const [here, pose] = you === undefined ? [] : [standOf(view, you), view.poseOf(you)];
    const stands = [...this.#mixer.ids].flatMap((address): readonly (readonly [Address, Stand])[] => {
      const there = standOf(view, personAt(address));
      return there ? [[address, there]] : [];
    });
    if (here && pose) {
      this.#around = settings.current.voicesFrom === 'around' ? nearestAround(stands, here, this.#around) : new Set();
      for (const [address, there] of stands) {
        const carrier = this.#hearing.hear.has(address) ? carrierOf(here, there, view.layout) : undefined;
        this.#mixer.put(address, placeVoice(settings.current, pose, here, there, carrier, this.#around.has(address)));
      }
    }
    const isOn = you !== undefined && microphoneOf(facts.people.get(you)) === 'on';
    const level = this.#microphone?.level ?? 0;
    const isTalking = isSpeech(level);
    tellOwnLevel(isOn ? level : 0);
    const speaking = this.#recent.take([...[...this.#mixer.speaking()].map(personAt), ...(isOn && isTalking && you !== undefined ? [you] : [])], performance.now());
    const isUnheard = isTalking && !isOn && tests.size === 0;
    this.#say({ speaking, isTalking: isUnheard });
    this.#warn(isUnheard, performance.now());
  }

  /** Whoever talks for a while with the microphone off is told, once a minute. */
  #warn(isTalking: boolean, now: number): void {
    this.#talkingSince = isTalking ? (this.#talkingSince ?? now) : undefined;
    if (this.#talkingSince === undefined || now - this.#talkingSince < TALKS || now - this.#toldAt < TOLD_EVERY) return;
    this.#toldAt = now;
    this.#tell(words.talking);
  }

  #say(change: Partial<VoicePage>): void {
    const now = this.#page.current.voice;
    const after = { ...now, ...change };
    const isSame = after.link === now.link && after.device === now.device && after.isTalking === now.isTalking && after.apart === now.apart && after.speaking.size === now.speaking.size && [...after.speaking].every((id) => now.speaking.has(id));
    if (!isSame) changePage({ page: this.#page }, { voice: after });
  }
}

/** Whoever has just walked out of hearing is carried on, ever softer: one's own eyes are a moment behind the server's. */
const carrierOf = (here: Stand, there: Stand, room: { readonly cap: number }): Carrier | undefined => audible(here, there, room, 'any');
