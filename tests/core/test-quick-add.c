/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-quick-add"

#include "cvn-error.h"
#include "cvn-quick-add.h"

#include <string.h>

static const CvnQuickName organisations[] = {
  { "o1", "ASML" },
  { "o1", "ASML Netherlands B.V." },
  { "o2", "Fictief Medtech B.V." },
  { "o3", "Demo Biotech Alpha B.V." },
  { "o4", "Demo Biotech Beta B.V." },
};

static const CvnQuickName programmes[] = {
  { "p1", "Introductiedag" },
  { "p1", "Introduction day" },
  { "p2", "Introduction pack per employee" },
  { "p3", "Taallessen (10 weken)" },
  { "p3", "Language lessons (10 weeks)" },
};

typedef struct
{
  const char  *line;
  CvnQuickKind kind;
  const char  *date;
  int          from;
  int          to;
  gint64       number;
  const char  *organisation;
  const char  *programme;
  const char  *text;
} Case;

/* Today is Wednesday 11 March 2020. */
static const Case cases[] = {
  { "booking ASML 3 introduction day 12 May", CVN_QUICK_BOOKING, "2020-05-12", -1, -1, 3, "o1", "p1", "" },
  { "boeking ASML 3 introductiedag 12 mei", CVN_QUICK_BOOKING, "2020-05-12", -1, -1, 3, "o1", "p1", "" },
  { "booking introduction pack for 12 at Demo Biotech Beta on 1 feb", CVN_QUICK_BOOKING, "2021-02-01", -1, -1, 12, "o4", "p2", "" },
  { "Boeking taallessen Medtech 8x 2020-09-01 ochtend", CVN_QUICK_BOOKING, "2020-09-01", -1, -1, 8, "o2", "p3", "ochtend" },
  { "booking Philips language lessons 12/5", CVN_QUICK_BOOKING, "2020-05-12", -1, -1, -1, NULL, "p3", "Philips" },
  { "event Summer drinks 18 June 17:00-19:00", CVN_QUICK_EVENT, "2020-06-18", 1020, 1140, -1, NULL, NULL, "Summer drinks" },
  { "evenement Zomerborrel op 18 juni om 17.00 voor 80", CVN_QUICK_EVENT, "2020-06-18", 1020, -1, 80, NULL, NULL, "Zomerborrel" },
  { "event Night walk 24-10-2020 22:00-04:00", CVN_QUICK_EVENT, "2020-10-24", 1320, 240, -1, NULL, NULL, "Night walk" },
  { "event drinks Friday 7pm", CVN_QUICK_EVENT, "2020-03-13", 1140, -1, -1, NULL, NULL, "drinks" },
  { "evenement borrel wo 19:30", CVN_QUICK_EVENT, "2020-03-18", 1170, -1, -1, NULL, NULL, "borrel" },
  { "event 3 October explained 2 October 2021", CVN_QUICK_EVENT, "2021-10-02", -1, -1, 3, NULL, NULL, "October explained" },
  { "task order flowers tomorrow", CVN_QUICK_TASK, "2020-03-12", -1, -1, -1, NULL, NULL, "order flowers" },
  { "taak zaal reserveren uiterlijk maandag", CVN_QUICK_TASK, "2020-03-16", -1, -1, -1, NULL, NULL, "zaal reserveren" },
  { "taak 3 offertes vragen", CVN_QUICK_TASK, NULL, -1, -1, -1, NULL, NULL, "3 offertes vragen" },
  { "task what to do with chairs 31 feb", CVN_QUICK_TASK, NULL, -1, -1, -1, NULL, NULL, "what to do with chairs 31 feb" },
  { "task review May 5", CVN_QUICK_TASK, "2020-05-05", -1, -1, -1, NULL, NULL, "review" },
  { "task 11 March", CVN_QUICK_TASK, "2020-03-11", -1, -1, -1, NULL, NULL, "" },
};

static gboolean
parse (const char  *line,
       CvnQuickAdd *add,
       GError     **error)
{
  CvnDate today = { 2020, 3, 11 };

  return cvn_quick_add_parse (line, &today, organisations, G_N_ELEMENTS (organisations), programmes, G_N_ELEMENTS (programmes), add, error);
}

static void
test_lines (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *row = &cases[i];
      g_auto (CvnQuickAdd) add = { 0 };
      g_autoptr (GError) error = NULL;
      g_autofree char *date = NULL;

      g_test_message ("%s", row->line);
      g_assert_true (parse (row->line, &add, &error));
      date = add.date.year != 0 ? cvn_date_to_iso (&add.date) : NULL;
      g_assert_cmpint (add.kind, ==, row->kind);
      g_assert_cmpstr (date, ==, row->date);
      g_assert_cmpint (add.from, ==, row->from);
      g_assert_cmpint (add.to, ==, row->to);
      g_assert_cmpint (add.number, ==, row->number);
      g_assert_cmpstr (add.organisation, ==, row->organisation);
      g_assert_cmpstr (add.programme, ==, row->programme);
      g_assert_cmpstr (add.text, ==, row->text);
    }
}

static void
test_refuses (void)
{
  static const char *const lines[] = { "", "   ", "ASML 12 May", "booking", "meeting tomorrow" };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_auto (CvnQuickAdd) add = { 0 };
      g_autoptr (GError) error = NULL;

      g_assert_false (parse (lines[i], &add, &error));
      g_assert_error (error, CVN_ERROR, CVN_ERROR_INVALID);
    }
}

/* Whatever is typed: no crash, and no word is lost that was not understood. */
static void
test_any_words (void)
{
  static const char *const words[] = { "event", "booking", "task", "12", "May", "19:30", "-", "/", "31-2", "999999999999", "ASML", "–", "ü", "7pm",
                                       "introduction", "99:99", "2020-02-30", "1x", "wo", "." };

  for (guint run = 0; run < 10000; run++)
    {
      GString *line = g_string_new ("task zonnebloem");
      g_auto (CvnQuickAdd) add = { 0 };

      for (int n = g_test_rand_int_range (0, 8); n > 0; n--)
        g_string_append_printf (line, " %s", words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
      g_assert_true (parse (line->str, &add, NULL));
      g_assert_nonnull (strstr (add.text, "zonnebloem"));
      g_assert_true (add.date.year == 0 || cvn_date_is_valid (&add.date));
      g_string_free (line, TRUE);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/quick-add/lines", test_lines);
  g_test_add_func ("/core/quick-add/refuses", test_refuses);
  g_test_add_func ("/core/quick-add/any-words", test_any_words);
  return g_test_run ();
}
