/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-network"

#include "cvn-network.h"

#include "cvn-remote.h"

#include <gio/gio.h>

/**
 * cvn_network_meet:
 * @server: its address
 *
 * Some systems tell only a while after they were asked what a network costs: they are asked before it matters. What they tell
 * later comes to the main context that is the thread's default one at the first time.
 *
 * Returns: whether there is a network to be asked about
 */
gboolean
cvn_network_meet (const char *server)
{
  return !cvn_remote_is_on_this_computer (server) && g_network_monitor_get_default () != NULL;
}

/** cvn_network_is_metered: whether somebody pays by the byte for what goes to @server. Any thread. */
gboolean
cvn_network_is_metered (const char *server)
{
  return !cvn_remote_is_on_this_computer (server) && g_network_monitor_get_network_metered (g_network_monitor_get_default ());
}

/** cvn_network_is_usable: whether there is a network to @server that nobody pays for by the byte. Any thread. */
gboolean
cvn_network_is_usable (const char *server)
{
  return cvn_remote_is_on_this_computer (server) || (!cvn_network_is_metered (server) && g_network_monitor_get_network_available (g_network_monitor_get_default ()));
}
