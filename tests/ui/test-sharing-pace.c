/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-sharing-pace"

#include "cvn-sharing-window.h"
#include "cvn-sharing.h"
#include "fake-server.h"
#include "fault-proxy.h"
#include "sharing-desks.h"
#include "sharing-support.h"
#include "watchdog.h"

/* Whatever the network or the server does, the window draws on: how long it ever took from one picture to the next is told. */

/* The pace of a window while the connection misbehaves. */
typedef struct
{
  gint64 last;
  gint64 longest;
  guint  n;
} Pace;

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  Pace  *pace = data;
  gint64 now = g_get_monotonic_time ();

  if (pace->last > 0)
    pace->longest = MAX (pace->longest, now - pace->last);
  pace->last = now;
  pace->n++;
  gtk_widget_queue_draw (widget);
  return G_SOURCE_CONTINUE;
}

/* Whether an exchange began and ended: each state is told, however short it is. */
typedef struct
{
  CvnSharing *sharing;
  gboolean    began;
  gboolean    ended;
} Exchange;

static void
exchange_changed_cb (Exchange *exchange)
{
  gboolean busy = cvn_sharing_get_state (exchange->sharing) == CVN_SHARING_BUSY;

  exchange->ended |= exchange->began && !busy;
  exchange->began |= busy;
}

typedef struct
{
  const Pace *pace;
  guint       n;
} Frames;

static gboolean
has_frames (gpointer data)
{
  const Frames *frames = data;

  return frames->pace->n >= frames->n;
}

static void
exchange (CvnCentre *centre)
{
  Exchange exchange = { cvn_sharing_new (centre), FALSE, FALSE };
  gulong   id = g_signal_connect_swapped (exchange.sharing, "changed", G_CALLBACK (exchange_changed_cb), &exchange);

  cvn_sharing_now (exchange.sharing);
  cvn_desks_wait (cvn_desks_is_set, &exchange.ended, "the end of an exchange");
  g_signal_handler_disconnect (exchange.sharing, id);
  g_object_unref (exchange.sharing);
}

static void
watch (GtkWidget *window,
       Pace      *pace)
{
  gtk_window_present (GTK_WINDOW (window));
  cvn_ui_drain ();
  gtk_widget_add_tick_callback (window, tick_cb, pace, NULL);
}

/* The connection is cut again and again, answers are lost, the server goes away: the window draws on. */
static void
test_connection (void)
{
  CvnDesks    d = { 0 };
  FaultProxy *proxy;
  GtkWidget  *window;
  Pace        pace = { 0 };

  if (!cvn_desks_open (&d))
    return;
  proxy = fault_proxy_start (cvn_peer_get_address (d.peer));
  cvn_desks_share (&d, fault_proxy_get_address (proxy), NULL);
  window = GTK_WIDGET (cvn_sharing_window_new (GTK_WINDOW (d.f.window), d.f.centre));
  watch (window, &pace);
  for (int i = 0; i < 6; i++)
    {
      if (i % 2 == 0)
        fault_proxy_cut_after (proxy, 40 * i);
      else
        fault_proxy_lose_answer_to (proxy, i == 1 ? "_session" : "_changes");
      exchange (d.f.centre);
      /* What follows a failure belongs to it. */
      cvn_ui_wait (has_frames, &(Frames){ &pace, pace.n + 20 }, 1000);
    }
  fault_proxy_stop (proxy);
  exchange (d.f.centre);
  g_assert_cmpuint (pace.n, >, 1);
  g_test_message ("%u frames while the connection failed 7 times; the longest time from one to the next was %.1f ms", pace.n, (double) pace.longest / 1000);
  g_assert_nonnull (adw_action_row_get_subtitle (ADW_ACTION_ROW (cvn_ui_find_id (window, "status"))));
  /* Also then one sees when it went well last. */
  g_assert_true (gtk_widget_get_visible (cvn_ui_find_id (window, "last")));
  cvn_sharing_test_keep_pictures (window, "offline");
  cvn_desks_close_window (window);
  cvn_desks_close (&d);
}

/* What a server answers that is in trouble, broken or hostile, and whether it would take too long to wait for the end. */
static const struct
{
  const char *name;
  FakeMode    mode;
  const char *path;
  guint       status;
  gboolean    endless;
} answers[] = {
  { "refused", FAKE_STATUS, "", 403, FALSE },
  { "no such database", FAKE_STATUS, "", 404, FALSE },
  { "written meanwhile", FAKE_STATUS, "/_local", 409, FALSE },
  { "there already", FAKE_STATUS, "/_local", 412, FALSE },
  { "too large", FAKE_STATUS, "/_changes", 413, FALSE },
  { "busy", FAKE_STATUS, "/_changes", 429, FALSE },
  { "broken", FAKE_STATUS, "/_changes", 500, FALSE },
  { "down", FAKE_STATUS, "", 503, FALSE },
  { "captive portal", FAKE_PORTAL, "", 200, FALSE },
  { "no JSON", FAKE_GARBAGE, "", 200, FALSE },
  { "half an answer", FAKE_CUT, "/_changes", 200, FALSE },
  { "less than announced", FAKE_SHORT, "/_changes", 200, FALSE },
  { "nested deeply", FAKE_DEEP, "/_changes", 200, FALSE },
  { "character zero", FAKE_NUL, "/_changes", 200, FALSE },
  { "somewhere else", FAKE_REDIRECT, "", 302, FALSE },
  { "unpacks to much", FAKE_BOMB, "/_changes", 200, FALSE },
  { "never ends", FAKE_ENDLESS, "/_changes", 200, TRUE },
  { "drips", FAKE_DRIP, "/_changes", 200, TRUE },
  { "silent", FAKE_SILENT, "/_changes", 200, TRUE },
  { "wrong password", FAKE_STATUS, "", 401, FALSE },
};

/* An exchange that somebody stops after a while. */
static void
stop_exchange (CvnCentre *centre,
               Pace      *pace)
{
  g_autoptr (CvnSharing) sharing = cvn_sharing_new (centre);
  Exchange exchange = { sharing, FALSE, FALSE };
  gulong   id = g_signal_connect_swapped (sharing, "changed", G_CALLBACK (exchange_changed_cb), &exchange);

  cvn_sharing_now (sharing);
  cvn_desks_wait (cvn_desks_is_set, &exchange.began, "the beginning of an exchange");
  cvn_desks_wait (has_frames, &(Frames){ pace, pace->n + 20 }, "pictures");
  cvn_sharing_cancel (sharing);
  cvn_desks_wait (cvn_desks_is_set, &exchange.ended, "the end of a stopped exchange");
  g_signal_handler_disconnect (sharing, id);
}

/* All that a server can answer. */
static void
test_answers (void)
{
  CvnDesks    d = { 0 };
  FakeServer *server;
  GtkWidget  *window;
  Pace        pace = { 0 };

  if (!cvn_desks_open (&d))
    return;
  server = fake_server_start (NULL);
  cvn_desks_share (&d, fake_server_get_address (server), NULL);
  window = GTK_WIDGET (cvn_sharing_window_new (GTK_WINDOW (d.f.window), d.f.centre));
  watch (window, &pace);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      guint before = pace.n;

      pace.longest = 0;
      fake_server_set (server, answers[i].mode, answers[i].path, answers[i].status, NULL);
      if (answers[i].endless)
        stop_exchange (d.f.centre, &pace);
      else
        exchange (d.f.centre);
      cvn_desks_wait (has_frames, &(Frames){ &pace, pace.n + 10 }, "pictures afterwards");
      g_assert_cmpuint (pace.n, >, before);
      g_test_message ("%s: the longest time from one picture to the next was %.1f ms", answers[i].name, (double) pace.longest / 1000);
    }
  cvn_desks_close_window (window);
  fake_server_stop (server);
  cvn_desks_close (&d);
}

int
main (int    argc,
      char **argv)
{
  cvn_ui_init (&argc, &argv);
  g_test_add_func ("/ui/sharing-pace/connection", test_connection);
  g_test_add_func ("/ui/sharing-pace/answers", test_answers);
  return cvn_watchdog_run_tests ();
}
