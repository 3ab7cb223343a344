/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-benefits-sheet"

#include "cvn-benefits-sheet.h"

/* A new sheet promises nothing, and its lines are empty but for their state. */
static void
test_empty (void)
{
  g_autoptr (CvnBenefitsSheet) sheet = cvn_benefits_sheet_new ();
  const CvnBenefitLine *line;

  for (guint i = 0; i < CVN_BENEFIT_N_STATES; i++)
    g_assert_cmpuint (cvn_benefits_sheet_count (sheet, (CvnBenefitState) i), ==, 0);
  line = cvn_benefits_sheet_add_line (sheet, CVN_BENEFIT_PLANNED);
  g_assert_null (line->title);
  g_assert_null (line->proof);
  g_assert_null (line->delivered_on);
}

/* Six promised, of which three delivered, two overdue and one planned: lines keep their order, and each state its number. */
static void
test_counts (void)
{
  static const CvnBenefitState states[] = { CVN_BENEFIT_DELIVERED, CVN_BENEFIT_OVERDUE, CVN_BENEFIT_DELIVERED,
                                            CVN_BENEFIT_PLANNED, CVN_BENEFIT_OVERDUE, CVN_BENEFIT_DELIVERED };
  g_autoptr (CvnBenefitsSheet) sheet = cvn_benefits_sheet_new ();

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    cvn_benefits_sheet_add_line (sheet, states[i])->title = g_strdup_printf ("%u", i);
  g_assert_cmpuint (sheet->lines->len, ==, G_N_ELEMENTS (states));
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      const CvnBenefitLine *line = sheet->lines->pdata[i];
      g_autofree char      *title = g_strdup_printf ("%u", i);

      g_assert_cmpint (line->state, ==, states[i]);
      g_assert_cmpstr (line->title, ==, title);
    }
  g_assert_cmpuint (cvn_benefits_sheet_count (sheet, CVN_BENEFIT_DELIVERED), ==, 3);
  g_assert_cmpuint (cvn_benefits_sheet_count (sheet, CVN_BENEFIT_OVERDUE), ==, 2);
  g_assert_cmpuint (cvn_benefits_sheet_count (sheet, CVN_BENEFIT_PLANNED), ==, 1);
  g_assert_cmpuint (cvn_benefits_sheet_count (sheet, CVN_BENEFIT_PROMISED), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/benefits-sheet/empty", test_empty);
  g_test_add_func ("/core/benefits-sheet/counts", test_counts);
  return g_test_run ();
}
