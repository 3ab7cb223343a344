/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-network"

#include "cvn-network.h"

#include <gio/gio.h>

/* Only this computer needs no network, whatever an address looks like. */

static const struct
{
  const char *server;
  gboolean    here;
} servers[] = {
  { "http://127.0.0.1:5984/", TRUE },
  { "https://127.8.9.1/", TRUE },
  { "http://localhost:5984", TRUE },
  { "https://LocalHost/couch/", TRUE },
  { "http://[::1]:5984/", TRUE },
  { "https://couch.example.org/", FALSE },
  { "https://127.example.org/", FALSE },
  { "https://localhost.example.org/", FALSE },
  { "https://couch.example.org//localhost/", FALSE },
  { "https://couch.example.org//127.0.0.1/", FALSE },
  { "https://192.168.0.2/", FALSE },
  { "https://[fe80::1]/", FALSE },
};

static void
test_here (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (servers); i++)
    {
      g_test_message ("%s", servers[i].server);
      g_assert_cmpint (cvn_network_meet (servers[i].server), ==, !servers[i].here);
      if (!servers[i].here)
        continue;
      g_assert_false (cvn_network_is_metered (servers[i].server));
      g_assert_true (cvn_network_is_usable (servers[i].server));
    }
}

/* Elsewhere it is as the system says. */
static void
test_elsewhere (void)
{
  GNetworkMonitor *monitor = g_network_monitor_get_default ();
  gboolean         metered = g_network_monitor_get_network_metered (monitor);

  g_assert_cmpint (cvn_network_is_metered ("https://couch.example.org/"), ==, metered);
  g_assert_cmpint (cvn_network_is_usable ("https://couch.example.org/"), ==, !metered && g_network_monitor_get_network_available (monitor));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sync/network/here", test_here);
  g_test_add_func ("/sync/network/elsewhere", test_elsewhere);
  return g_test_run ();
}
