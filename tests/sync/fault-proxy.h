/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Between a client and a server on 127.0.0.1, in threads of its own. */
typedef struct _FaultProxy FaultProxy;

FaultProxy *fault_proxy_start (const char *target);
void        fault_proxy_stop (FaultProxy *self);
const char *fault_proxy_get_address (FaultProxy *self);
void        fault_proxy_cut_after (FaultProxy *self, int n_bytes);
void        fault_proxy_lose_answer_to (FaultProxy *self, const char *words);
void        fault_proxy_fail (FaultProxy *self, const char *words);
guint       fault_proxy_get_n_connections (FaultProxy *self);
gboolean    fault_proxy_has_cut (FaultProxy *self);

G_END_DECLS
