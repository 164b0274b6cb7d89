// SPDX-License-Identifier: MIT
// The roles of the contract.

/** Who may, by permission; what is not named here is for anyone. */
export const kRoles = {
  signed_in: ['chat_user', 'supporter', 'tenant_user', 'admin', 'api_client'],
  chat: ['chat_user', 'api_client:chat'],
  chat_or_desk: ['chat_user', 'supporter', 'tenant_user', 'admin', 'api_client:chat', 'api_client:read', 'api_client:manage'],
  'desk:read': ['supporter', 'tenant_user', 'admin', 'api_client:read', 'api_client:manage'],
  'desk:write': ['supporter', 'tenant_user', 'admin', 'api_client:manage'],
  'knowledge:read': ['supporter', 'tenant_user', 'admin', 'api_client:read', 'api_client:manage'],
  'knowledge:write': ['tenant_user', 'admin', 'api_client:manage'],
  'status:read': ['supporter', 'tenant_user', 'admin', 'api_client:read', 'api_client:manage'],
  'tenant:configure': ['tenant_user', 'admin', 'api_client:manage'],
  'users:manage': ['tenant_user', 'admin', 'api_client:manage'],
  'tenants:manage': ['admin'],
};
