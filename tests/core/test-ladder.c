/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-ladder"

#include "cvn-ladder.h"

#include "cvn-error.h"
#include "cvn-kinds.h"

#define CASES 10000

static CvnLadderState
from_code (const char *code)
{
  CvnLadderState state;

  g_assert_true (cvn_ladder_from_code (code, &state, NULL));
  return state;
}

/* The states are those of the kind, in its order. */
static void
test_codes (void)
{
  const CvnKind   *kind = &cvn_kind_agreement_decision;
  const CvnChoice *choices = kind->fields[cvn_kind_find_field (kind, "status")].choices;
  g_autoptr (GError) error = NULL;
  CvnLadderState state;
  guint          n = 0;

  for (; choices[n].code != NULL; n++)
    {
      state = from_code (choices[n].code);
      g_assert_cmpint (state, ==, n + 1);
      g_assert_cmpstr (cvn_ladder_get_code (state), ==, choices[n].code);
      g_assert_cmpstr (cvn_ladder_get_label (state), ==, choices[n].label);
    }
  g_assert_cmpint (n + 1, ==, CVN_LADDER_N_STATES);
  g_assert_cmpint (from_code (NULL), ==, CVN_LADDER_NONE);
  g_assert_false (cvn_ladder_from_code ("promised", &state, &error));
  g_assert_error (error, CVN_ERROR, CVN_ERROR_INVALID);
  g_assert_cmpstr (cvn_error_get_field (error), ==, "status");
}

/* Every pair of states: what is not named here is refused. */
static void
test_moves (void)
{
  static const struct
  {
    const char *from;
    const char *to[7];
  } cases[] = {
    { NULL, { "invited", "being_decided", "pledged", "approved", "declined", "signed" } },
    { "invited", { "being_decided", "pledged", "approved", "declined" } },
    { "being_decided", { "pledged", "approved", "declined" } },
    { "pledged", { "being_decided", "approved", "reconsidering", "declined", "withdrawn" } },
    { "approved", { "reconsidering", "signed", "withdrawn" } },
    { "reconsidering", { "pledged", "approved", "declined", "withdrawn" } },
    { "declined", { "invited", "reconsidering" } },
    { "signed", { "withdrawn", "ended" } },
    { "withdrawn", { "invited" } },
    { "ended", { NULL } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint to = 0; to < CVN_LADDER_N_STATES; to++)
      {
        g_autoptr (GError) error = NULL;
        CvnLadderState from = from_code (cases[i].from);
        const char    *code = cvn_ladder_get_code ((CvnLadderState) to);
        gboolean       allowed = code != NULL && g_strv_contains (cases[i].to, code);

        g_assert_cmpint (cvn_ladder_can_move (from, (CvnLadderState) to), ==, allowed);
        g_assert_cmpint (cvn_ladder_check_move (from, (CvnLadderState) to, &error), ==, allowed);
        if (allowed)
          continue;
        g_assert_error (error, CVN_ERROR, CVN_ERROR_INVALID);
        g_assert_cmpstr (cvn_error_get_field (error), ==, "status");
        for (guint j = 0; cases[i].to[j] != NULL; j++)
          g_assert_nonnull (strstr (error->message, cvn_ladder_get_label (from_code (cases[i].to[j]))));
      }
}

static void
test_messages (void)
{
  g_autoptr (GError) wrong = NULL;
  g_autoptr (GError) final = NULL;

  cvn_ladder_check_move (CVN_LADDER_PLEDGED, CVN_LADDER_SIGNED, &wrong);
  g_assert_cmpstr (wrong->message, ==,
                   "“Signed” cannot follow “Pledged”. Allowed are: “Being decided”, “Approved”, “Under reconsideration”, “Declined”, “Withdrawn”.");
  cvn_ladder_check_move (CVN_LADDER_ENDED, CVN_LADDER_INVITED, &final);
  g_assert_cmpstr (final->message, ==, "Nothing can follow “Ended”.");
}

/* Pressing on leads to a signature and no further. */
static void
test_next (void)
{
  for (guint i = 0; i < CVN_LADDER_N_STATES; i++)
    {
      CvnLadderState from = (CvnLadderState) i;
      CvnLadderState next = cvn_ladder_get_next (from);

      if (next != CVN_LADDER_NONE)
        g_assert_true (cvn_ladder_can_move (from, next));
      for (guint steps = 0; next != CVN_LADDER_NONE; steps++, next = cvn_ladder_get_next (from))
        {
          g_assert_cmpuint (steps, <, 5);
          from = next;
        }
      g_assert_true (from == CVN_LADDER_SIGNED || from == CVN_LADDER_ENDED);
    }
}

static void
test_state_at (void)
{
  static const CvnLadderDecision history[] = {
    { CVN_LADDER_PLEDGED, { 2017, 0, 0 } },
    { CVN_LADDER_SIGNED, { 2019, 5, 28 } },
    { CVN_LADDER_APPROVED, { 2018, 11, 0 } },
    { CVN_LADDER_RECONSIDERING, { 2018, 11, 5 } },
    { CVN_LADDER_APPROVED, { 2018, 11, 5 } },
    { CVN_LADDER_INVITED, { 0 } },
  };
  static const struct
  {
    CvnDate        day;
    CvnLadderState state;
  } cases[] = {
    { { 2016, 12, 31 }, CVN_LADDER_INVITED },
    { { 2017, 1, 1 }, CVN_LADDER_PLEDGED },
    { { 2018, 10, 31 }, CVN_LADDER_PLEDGED },
    { { 2018, 11, 1 }, CVN_LADDER_APPROVED },
    { { 2018, 11, 5 }, CVN_LADDER_APPROVED },
    { { 2019, 5, 27 }, CVN_LADDER_APPROVED },
    { { 2019, 5, 28 }, CVN_LADDER_SIGNED },
    { { 2030, 0, 0 }, CVN_LADDER_SIGNED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (cvn_ladder_state_at (history, G_N_ELEMENTS (history), &cases[i].day), ==, cases[i].state);
  g_assert_cmpint (cvn_ladder_state_at (history, 4, &(CvnDate){ 2018, 11, 5 }), ==, CVN_LADDER_RECONSIDERING);
  g_assert_cmpint (cvn_ladder_state_at (NULL, 0, &(CvnDate){ 2018, 1, 1 }), ==, CVN_LADDER_NONE);
}

static void
test_decisions (void)
{
  static const CvnLadderDecision history[] = {
    { CVN_LADDER_INVITED, { 2018, 1, 10 } },
    { CVN_LADDER_APPROVED, { 2018, 6, 1 } },
  };
  static const struct
  {
    CvnLadderDecision decision;
    const char       *field; /* at fault, or NULL */
    CvnError          code;
  } cases[] = {
    { { CVN_LADDER_SIGNED, { 2018, 6, 1 } }, NULL, 0 },
    { { CVN_LADDER_SIGNED, { 2018, 7, 0 } }, NULL, 0 },
    { { CVN_LADDER_SIGNED, { 2018, 7, 2 } }, "date", CVN_ERROR_OUT_OF_RANGE },
    { { CVN_LADDER_SIGNED, { 2018, 2, 30 } }, "date", CVN_ERROR_INVALID },
    { { CVN_LADDER_PLEDGED, { 2018, 7, 1 } }, "status", CVN_ERROR_INVALID },
    /* between the two */
    { { CVN_LADDER_PLEDGED, { 2018, 3, 0 } }, NULL, 0 },
    { { CVN_LADDER_DECLINED, { 2018, 3, 1 } }, "date", CVN_ERROR_INVALID },
    /* before the first: a year comes before its days */
    { { CVN_LADDER_PLEDGED, { 2018, 0, 0 } }, "date", CVN_ERROR_INVALID },
    { { CVN_LADDER_WITHDRAWN, { 0 } }, "status", CVN_ERROR_INVALID },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (cvn_ladder_check_decision (history, 2, &cases[i].decision, &(CvnDate){ 2018, 7, 1 }, &error), ==, cases[i].field == NULL);
      if (cases[i].field != NULL)
        g_assert_error (error, CVN_ERROR, (int) cases[i].code);
      g_assert_cmpstr (cvn_error_get_field (error), ==, cases[i].field);
    }
}

/* However decisions come in, those that are let in make an allowed history on every day. */
static void
test_random_histories (void)
{
  for (guint i = 0; i < CASES; i++)
    {
      CvnLadderDecision history[8];
      guint             n = 0;

      for (guint j = 0; j < G_N_ELEMENTS (history); j++)
        {
          CvnLadderDecision new = { (CvnLadderState) g_test_rand_int_range (1, CVN_LADDER_N_STATES),
                                    { 2018, (guint8) g_test_rand_int_range (1, 4), (guint8) g_test_rand_int_range (0, 4) } };

          if (cvn_ladder_check_decision (history, n, &new, &(CvnDate){ 2018, 12, 31 }, NULL))
            history[n++] = new;
        }
      for (guint month = 1; month < 4; month++)
        for (guint day = 0; day < 4; day++)
          {
            CvnLadderState state = CVN_LADDER_NONE;
            CvnDate        date = { 2018, (guint8) month, (guint8) day };
            CvnDate        before = day > 0 ? (CvnDate){ 2018, (guint8) month, (guint8) (day - 1) } : (CvnDate){ 2018, (guint8) (month - 1), 31 };

            state = cvn_ladder_state_at (history, n, &before);
            for (guint j = 0; j < n; j++)
              if (cvn_date_compare (&history[j].date, &date) == 0)
                {
                  g_assert_true (cvn_ladder_can_move (state, history[j].state));
                  state = history[j].state;
                }
            g_assert_cmpint (cvn_ladder_state_at (history, n, &date), ==, state);
          }
    }
}

static void
test_complete (void)
{
  static const CvnLadderParty parties[] = {
    { "gem-leiden", CVN_LADDER_SIGNED, 5000 },
    { "lumc", CVN_LADDER_APPROVED, 300 },
    { "univ", CVN_LADDER_DECLINED, 20 },
    { "new", CVN_LADDER_INVITED, 1 },
  };
  static const char *const original[] = { "gem-leiden", "gem-katwijk", "lumc", NULL };
  static const char *const one[] = { "gem-leiden", NULL };
  static const char *const none[] = { NULL };
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();

  g_assert_false (cvn_ladder_is_complete (parties, 4, original, missing));
  g_assert_cmpuint (missing->len, ==, 2);
  g_assert_cmpstr (missing->pdata[0], ==, "gem-katwijk");
  g_assert_cmpstr (missing->pdata[1], ==, "lumc");
  g_assert_true (cvn_ladder_is_complete (parties, 4, one, NULL));
  g_assert_false (cvn_ladder_is_complete (parties, 4, none, NULL));
  g_ptr_array_set_size (missing, 0);
  g_assert_false (cvn_ladder_is_complete (parties, 4, NULL, missing));
  g_assert_cmpuint (missing->len, ==, 2);
  g_assert_cmpstr (missing->pdata[0], ==, "lumc");
  g_assert_cmpstr (missing->pdata[1], ==, "new");
  g_assert_true (cvn_ladder_is_complete (parties, 1, NULL, NULL));
  g_assert_false (cvn_ladder_is_complete (parties, 0, NULL, NULL));
  g_assert_false (cvn_ladder_is_complete (&parties[2], 1, NULL, NULL));
  g_assert_cmpint (cvn_ladder_sum_at_risk (parties, 4), ==, 321);
}

static void
test_next_step (void)
{
  for (guint i = 0; i < CVN_LADDER_N_STATES; i++)
    for (guint has_document = 0; has_document < 2; has_document++)
      {
        CvnLadderState state = (CvnLadderState) i;
        gboolean       done = state == CVN_LADDER_ENDED || (state == CVN_LADDER_SIGNED && has_document);

        g_assert_cmpint (cvn_ladder_get_next_step (state, (gboolean) has_document) == NULL, ==, done);
      }
}

static void
test_periods (void)
{
  static const CvnPeriod first = { { 2016, 6, 1 }, { 2019, 5, 31 } };
  static const struct
  {
    CvnPeriod     period;
    CvnSuccession succession;
    int           days;
  } cases[] = {
    { { { 2019, 6, 1 }, { 2020, 12, 31 } }, CVN_SUCCESSION_FOLLOWS, 0 },
    { { { 2019, 6, 2 }, { 2020, 12, 31 } }, CVN_SUCCESSION_GAP, 1 },
    { { { 2020, 0, 0 }, { 0 } }, CVN_SUCCESSION_GAP, 214 },
    { { { 2019, 5, 31 }, { 2020, 12, 31 } }, CVN_SUCCESSION_OVERLAP, 1 },
    { { { 2019, 5, 0 }, { 0 } }, CVN_SUCCESSION_OVERLAP, 31 },
    { { { 2016, 1, 1 }, { 2016, 5, 30 } }, CVN_SUCCESSION_GAP, 1 },
  };
  int days;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (cvn_ladder_compare_periods (&cases[i].period, &first, &days), ==, cases[i].succession);
      g_assert_cmpint (days, ==, cases[i].days);
    }
  g_assert_cmpint (cvn_ladder_compare_periods (&(CvnPeriod){ { 2020, 1, 1 }, { 0 } }, &(CvnPeriod){ { 2016, 1, 1 }, { 0 } }, &days), ==, CVN_SUCCESSION_OVERLAP);
  g_assert_cmpint (days, ==, G_MAXINT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/ladder/codes", test_codes);
  g_test_add_func ("/core/ladder/moves", test_moves);
  g_test_add_func ("/core/ladder/messages", test_messages);
  g_test_add_func ("/core/ladder/next", test_next);
  g_test_add_func ("/core/ladder/state-at", test_state_at);
  g_test_add_func ("/core/ladder/decisions", test_decisions);
  g_test_add_func ("/core/ladder/random-histories", test_random_histories);
  g_test_add_func ("/core/ladder/complete", test_complete);
  g_test_add_func ("/core/ladder/next-step", test_next_step);
  g_test_add_func ("/core/ladder/periods", test_periods);

  return g_test_run ();
}
