/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-question"

#include "fake-server.h"

#include "cvn-remote.h"

/* What cvn-question.c promises of several questions under way at a time, to a server that does what a real one will not. */

/* A server that has answered is not late because nobody here came to read it. */
static void
test_patience (void)
{
  FakeServer *server = fake_server_start (NULL);
  g_autoptr (CvnRemote) remote = cvn_remote_new (fake_server_get_address (server), "centre", NULL, NULL);
  g_autoptr (GError) error = NULL;
  CvnQuestion *question;
  g_auto (CvnAnswer) answer = { 0 };
  g_auto (CvnAnswer) other = { 0 };
  gint64 began;

  cvn_remote_set_patience (remote, 2000, 2000);
  question = cvn_remote_begin (remote, "GET", "", NULL, NULL);
  began = g_get_monotonic_time ();
  while (g_get_monotonic_time () - began < (gint64) 2200 * 1000)
    g_poll (NULL, 0, 100);
  g_assert_true (cvn_remote_ask (remote, "GET", "", NULL, &other, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (cvn_remote_end (question, &answer, &error));
  g_assert_no_error (error);
  /* One that nobody asks for any more leaves nothing behind, answered or not. */
  cvn_remote_drop (cvn_remote_begin (remote, "GET", "", NULL, NULL));
  fake_server_set (server, FAKE_SILENT, "", 0, NULL);
  cvn_remote_drop (cvn_remote_begin (remote, "GET", "", NULL, NULL));
  fake_server_stop (server);
}

/* A question whose turn has not come, because the server is busy with another one, is not late. */
static void
test_turns (void)
{
  FakeServer *server = fake_server_start (NULL);
  g_autoptr (CvnRemote) remote = cvn_remote_new (fake_server_get_address (server), "centre", NULL, NULL);
  g_autoptr (GError) error = NULL;
  CvnQuestion *slow[2]; /* as many as there are connections to one server */
  CvnQuestion *next;
  g_auto (CvnAnswer) answer = { 0 };
  g_auto (CvnAnswer) other = { 0 };

  fake_server_set (server, FAKE_DRIP, "slow", 0, NULL);
  cvn_remote_set_patience (remote, 3000, 4500);
  for (guint i = 0; i < G_N_ELEMENTS (slow); i++)
    slow[i] = cvn_remote_begin (remote, "GET", "slow", NULL, NULL);
  next = cvn_remote_begin (remote, "GET", "", NULL, NULL);
  g_assert_false (cvn_remote_end (slow[0], &other, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_true (cvn_remote_end (next, &answer, &error));
  g_assert_no_error (error);
  cvn_remote_drop (slow[1]);
  fake_server_stop (server);
}

/* Whoever asks first need not read first. */
static void
test_any_order (void)
{
  FakeServer *server = fake_server_start (NULL);
  g_autoptr (CvnRemote) remote = cvn_remote_new (fake_server_get_address (server), "centre", NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) refusal = NULL;
  CvnQuestion *first;
  CvnQuestion *second;
  g_auto (CvnAnswer) answer = { 0 };
  g_auto (CvnAnswer) refused = { 0 };

  fake_server_set (server, FAKE_STATUS, "refused", 500, "{}");
  first = cvn_remote_begin (remote, "GET", "", NULL, NULL);
  second = cvn_remote_begin (remote, "GET", "refused", NULL, NULL);
  g_assert_false (cvn_remote_end (second, &refused, &refusal));
  g_assert_nonnull (refusal);
  g_assert_true (cvn_remote_end (first, &answer, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (cvn_remote_get_n_requests (remote), ==, 2);
  fake_server_stop (server);
}

/* An answer that has come whole keeps no connection from a question that waits for one, also while nobody here has read it yet. */
static void
test_connections (void)
{
  FakeServer *server = fake_server_start (NULL);
  g_autoptr (CvnRemote) remote = cvn_remote_new (fake_server_get_address (server), "centre", NULL, NULL);
  CvnQuestion *answered[2]; /* as many as there are connections to one server */

  cvn_remote_set_patience (remote, 10000, 10000);
  for (guint i = 0; i < G_N_ELEMENTS (answered); i++)
    answered[i] = cvn_remote_begin (remote, "GET", "", NULL, NULL);
  for (guint i = 0; i < 5; i++)
    {
      g_auto (CvnAnswer) answer = { 0 };
      g_autoptr (GError) error = NULL;

      cvn_remote_ask (remote, "GET", "", NULL, &answer, NULL, &error);
      g_assert_no_error (error);
    }
  for (guint i = 0; i < G_N_ELEMENTS (answered); i++)
    {
      g_auto (CvnAnswer) answer = { 0 };
      g_autoptr (GError) error = NULL;

      cvn_remote_end (answered[i], &answer, &error);
      g_assert_no_error (error);
      g_assert_nonnull (answer.json.start);
    }
  fake_server_stop (server);
}

/* Both connections are taken by answers that never come. */
static void
ask_behind_silence (FakeServer *server,
                    CvnRemote  *remote,
                    gboolean    wait)
{
  CvnQuestion *silent[2]; /* as many as there are connections to one server */
  CvnQuestion *behind;
  g_auto (CvnAnswer) answer = { 0 };

  fake_server_set (server, FAKE_SILENT, "", 0, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (silent); i++)
    silent[i] = cvn_remote_begin (remote, "GET", "", NULL, NULL);
  behind = cvn_remote_begin (remote, "GET", "", NULL, NULL);
  if (wait)
    g_assert_false (cvn_remote_end (behind, &answer, NULL));
  else
    cvn_remote_drop (behind);
  for (guint i = 0; i < G_N_ELEMENTS (silent); i++)
    cvn_remote_drop (silent[i]);
  fake_server_set (server, FAKE_WELL, "", 0, NULL);
}

/* A question that waits for a connection ends like any other: late, or because nobody asks for it any more. Then the server is asked as if nothing had happened. */
static void
test_silence (void)
{
  FakeServer *server = fake_server_start (NULL);
  g_autoptr (CvnRemote) remote = cvn_remote_new (fake_server_get_address (server), "centre", NULL, NULL);

  for (int wait = TRUE; wait >= FALSE; wait--)
    {
      g_auto (CvnAnswer) answer = { 0 };
      g_autoptr (GError) error = NULL;

      cvn_remote_set_patience (remote, 500, 500);
      ask_behind_silence (server, remote, wait);
      cvn_remote_set_patience (remote, 10000, 10000);
      cvn_remote_ask (remote, "GET", "", NULL, &answer, NULL, &error);
      g_assert_no_error (error);
    }
  fake_server_stop (server);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sync/question/patience", test_patience);
  g_test_add_func ("/sync/question/turns", test_turns);
  g_test_add_func ("/sync/question/any-order", test_any_order);
  g_test_add_func ("/sync/question/connections", test_connections);
  g_test_add_func ("/sync/question/silence", test_silence);
  return g_test_run ();
}
