// SPDX-License-Identifier: MIT
import { call, ConnectionLost, stream } from './client.mjs';
import { between, oneOf, pause } from './random.mjs';
import { isReply } from './verify.mjs';

const kEscalations = ['I want to talk to a human, please.', 'Which moons of Saturn do your submarines visit?'];
const kEscalationShare = 0.05;
const kStreamedShare = 0.5;
/** GET /session/{id} shows the newest 500 messages; the check wants to see all of them. */
const kMostMessages = 100;
/** Of the accepted messages whose connection was lost: how often the customer does not ask again. */
const kSilentShare = 0.5;

/** One customer: one conversation after the other, one message at a time, whatever becomes of the daemon. */
export class Customer {
  /** @param world {daemon, publicKey, questions, random, counts, faults, isOver} */
  constructor(number, world) {
    this.number = number;
    this.world = world;
    this.conversations = [];
  }

  async run() {
    while (!this.world.isOver) {
      const conversation = await this.#begin();
      this.conversations.push(conversation);
      while (!this.world.isOver && !conversation.isWithPeople && conversation.sent.length < kMostMessages) {
        await pause(between(this.world.random, 0, 150));
        await this.#say(conversation);
      }
    }
  }

  async #begin() {
    const path = `/widget/${this.world.publicKey}/session`;
    const session = await this.#untilAnswered(() => call(this.world.daemon, 'POST', path, { body: {} }));
    return { id: session.session_id, token: session.token, sent: [], isWithPeople: false };
  }

  async #say(conversation) {
    const { random, counts } = this.world;
    const text = oneOf(random, random() < kEscalationShare ? kEscalations : this.world.questions);
    const key = `crash-${this.number}-${this.conversations.length}-${conversation.sent.length}`;
    const message = { key, text, acceptedId: null, messageId: null, replyId: null };
    conversation.sent.push(message);
    counts.messages += 1;
    const isStreamed = random() < kStreamedShare;
    const turn = await (isStreamed ? this.#sayStreamed(conversation, message) : this.#sayPlain(conversation, message));
    if (turn) {
      message.messageId = turn.message_id;
      message.replyId = turn.reply?.id ?? null;
      conversation.isWithPeople = turn.status !== 'open';
      if (!turn.reply) this.world.faults.push(`${conversation.id}: message ${key} was answered without a reply`);
    }
  }

  #request(conversation, message) {
    const body = { session_id: conversation.id, text: message.text };
    return { token: conversation.token, key: message.key, body };
  }

  #sayPlain(conversation, message) {
    const options = this.#request(conversation, message);
    return this.#untilAnswered(() => call(this.world.daemon, 'POST', '/chat/message', options));
  }

  /** @return the turn, or null when the daemon answered by itself after a crash */
  async #sayStreamed(conversation, message) {
    const options = this.#request(conversation, message);
    let turn = null;
    const onEvent = (event) => {
      const data = JSON.parse(event.data);
      if (event.event === 'accepted') {
        this.#noteAccepted(conversation, message, data.message_id);
      } else if (['reply', 'bridge', 'held'].includes(event.event)) {
        turn = data;
      } else if (event.event === 'error') {
        this.world.faults.push(`${conversation.id}: message ${message.key} ended in ${event.data}`);
        turn = { message_id: message.acceptedId, status: 'open', reply: { id: null } };
      }
      return event.event === 'done';
    };
    for (;;) {
      const answer = await this.#attempt(() => stream(this.world.daemon, 'POST', '/chat/stream', options, onEvent));
      if (turn) return turn;
      if (answer === null && message.acceptedId && this.world.random() < kSilentShare) {
        await this.#awaitReply(conversation, message);
        return null;
      }
      if (answer !== null && answer.status === 200) throw new Error(`/chat/stream ended without a result`);
    }
  }

  #noteAccepted(conversation, message, id) {
    if (message.acceptedId && message.acceptedId !== id) {
      this.world.faults.push(`${conversation.id}: ${message.key} was accepted as ${message.acceptedId} and as ${id}`);
    }
    message.acceptedId = id;
  }

  /** The daemon owes an answer to what it accepted, without being asked again. */
  async #awaitReply(conversation, message) {
    this.world.counts.silent += 1;
    message.messageId = message.acceptedId;
    const deadline = Date.now() + this.world.daemon.patienceMs;
    const path = `/session/${conversation.id}`;
    while (Date.now() < deadline) {
      const session = await this.#untilAnswered(() =>
        call(this.world.daemon, 'GET', path, { token: conversation.token }),
      );
      const at = session.messages.findIndex((each) => each.id === message.acceptedId);
      conversation.isWithPeople = session.status !== 'open';
      if (at >= 0 && session.messages.slice(at + 1).some(isReply)) return;
      await pause(50);
    }
    this.world.faults.push(`${conversation.id}: accepted message ${message.acceptedId} was never answered`);
  }

  async #untilAnswered(send) {
    for (;;) {
      const answer = await this.#attempt(send);
      if (answer !== null && answer.status < 300) return JSON.parse(answer.text);
    }
  }

  /** @return the answer, or null when the connection was lost or the daemon asked to come again */
  async #attempt(send) {
    await this.world.daemon.whenUp();
    try {
      const answer = await send();
      if (answer.status < 300) return answer;
      if (answer.status !== 503) throw new Error(`refused: ${answer.status} ${answer.text.slice(0, 300)}`);
      this.world.counts.unavailable += 1;
      await pause(100);
    } catch (error) {
      if (!(error instanceof ConnectionLost)) throw error;
      if (this.world.daemon.isUp) await pause(10); // its end has not been noticed yet
      this.world.counts.lost += 1;
    }
    return null;
  }
}
