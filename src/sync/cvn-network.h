/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the system knows of the network between here and a server. */
gboolean cvn_network_meet (const char *server);
gboolean cvn_network_is_metered (const char *server);
gboolean cvn_network_is_usable (const char *server);

G_END_DECLS
