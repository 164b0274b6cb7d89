// SPDX-License-Identifier: MIT
// People, customers and documents of a test.
import assert from 'node:assert/strict';

import { call, eventually, good } from './client.mjs';
import { kPassword } from './daemon.mjs';

export const kQuestion = 'How much is a Hub?';
export const kQuestionAnswer = /79/;
export const kUnanswerable = 'Which moons of Saturn do your submarines visit in winter?';

/** The answer of POST /oauth/token for a password. */
export const signInAnswer = (daemon, username, password = kPassword, headers = {}) =>
  call(daemon, 'POST', '/oauth/token', { json: { grant_type: 'password', username, password }, headers });

/** @return {access_token, refresh_token, user, …} */
export async function signIn(daemon, username) {
  const answer = await signInAnswer(daemon, username);
  assert.equal(answer.status, 200, answer.text);
  return answer.json;
}

export const tokenOf = async (daemon, username) => (await signIn(daemon, username)).access_token;
export const demoAdmin = (daemon) => tokenOf(daemon, 'admin@demo.example');
export const demoSupporter = (daemon) => tokenOf(daemon, 'supporter@demo.example');
export const platformAdmin = (daemon) => tokenOf(daemon, 'root@platform.example');

export async function demoKey(daemon) {
  const page = await call(daemon, 'GET', '/demo');
  const match = /data-tenant="([^"]+)"/.exec(page.text);
  assert.ok(match, 'GET /demo names no tenant');
  return match[1];
}

/** A new customer's chat. @return {session_id, token, resume_token, …} */
export const openSession = async (daemon, key, json = {}) =>
  good(daemon, 'POST', `/widget/${key}/session`, { json });

export const say = (daemon, session, text, headers = {}) =>
  call(daemon, 'POST', '/chat/message', { token: session.token, json: { text }, headers });

/** Waits until every document of the tenant has been read. */
export async function knowledgeReady(daemon, token, headers = {}) {
  await eventually(async () => {
    const { items } = await good(daemon, 'GET', '/knowledge/documents?limit=200', { token, headers });
    return items.length > 0 && items.every((each) => each.status === 'ready');
  }, 'all documents are ready');
}

/** Adds a document and waits until it can be searched. @return its id */
export async function addDocument(daemon, token, json, headers = {}) {
  const answer = await call(daemon, 'POST', '/knowledge/documents', { token, json, headers });
  assert.equal(answer.status, 202, answer.text);
  await documentReady(daemon, token, answer.json.id, headers);
  return answer.json.id;
}

export async function documentReady(daemon, token, id, headers = {}) {
  return eventually(async () => {
    const document = await good(daemon, 'GET', `/knowledge/documents/${id}`, { token, headers });
    assert.notEqual(document.status, 'failed', JSON.stringify(document));
    return document.status === 'ready' && document;
  }, 'the document is ready');
}

/** A tenant with its own people. @return {id, slug, publicKey, owner, supporter}: the last two are tokens */
export async function makeTenant(daemon, root, slug) {
  const tenant = await good(daemon, 'POST', '/tenants', { token: root, json: { slug, name: `Company ${slug}` } });
  const tokens = {};
  for (const [name, role] of [['owner', 'tenant_user'], ['supporter', 'supporter']]) {
    const email = `${name}@${slug}.example`;
    await good(daemon, 'POST', '/users', {
      token: root,
      headers: { 'X-Tenant': tenant.id },
      json: { email, display_name: `${name} of ${slug}`, role, password: kPassword },
    });
    tokens[name] = await tokenOf(daemon, email);
  }
  return { ...tokens, id: tenant.id, slug, publicKey: tenant.public_key };
}

/** A machine client's token. */
export async function machineToken(daemon, owner, scopes) {
  const client = await good(daemon, 'POST', '/api-clients', { token: owner, json: { name: 'a machine', scopes } });
  const { client_id, client_secret } = client;
  const json = { grant_type: 'client_credentials', client_id, client_secret };
  return (await good(daemon, 'POST', '/oauth/token', { json })).access_token;
}
