/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-settlement"

#include "cvn-settlement.h"

#include "cvn-error.h"
#include "cvn-kind-choices.h"

#define CASES 10000

static void
test_codes (void)
{
  for (guint i = 0; cvn_choices_payment[i].code != NULL; i++)
    g_assert_cmpstr (cvn_settlement_get_code ((CvnSettlementState) i), ==, cvn_choices_payment[i].code);
}

/* One payment on three invoices and three payments on one. */
static const CvnSettlementMatch matches[] = {
  { "p1", "i1", { 2019, 2, 1 }, 100 },
  { "p1", "i2", { 2019, 2, 1 }, 200 },
  { "p1", "i3", { 2019, 2, 1 }, 50 },
  { "p2", "i4", { 2019, 2, 10 }, 40 },
  { "p4", "i4", { 2019, 3, 20 }, 20 },
  { "p3", "i4", { 2019, 2, 20 }, 40 },
  { "p5", "i5", { 2019, 2, 14 }, 100 },
  { "p6", "i5", { 2019, 2, 18 }, 100 },
  { "p7", "i5", { 2019, 3, 4 }, -100 },
  { "p8", "i6", { 2019, 2, 10 }, 110 },
};

typedef struct
{
  CvnSettlementInvoice invoice;
  CvnDate              day;
  CvnSettlementState   state;
  gint64               open;
  gint64               over;
  const char          *paid_on;
} ComputeCase;

#define SENT       \
  { 2019, 1, 31 }, \
  {                \
    2019, 3, 2     \
  }

static const ComputeCase cases[] = {
  { { "i1", 100, SENT }, { 2019, 1, 30 }, CVN_SETTLEMENT_DRAFT, 100, 0, NULL },
  { { "i1", 100, SENT }, { 2019, 1, 31 }, CVN_SETTLEMENT_SENT, 100, 0, NULL },
  { { "i1", 100, SENT }, { 2019, 2, 1 }, CVN_SETTLEMENT_PAID, 0, 0, "2019-02-01" },
  { { "i2", 200, SENT }, { 2019, 2, 1 }, CVN_SETTLEMENT_PAID, 0, 0, "2019-02-01" },
  { { "i3", 70, SENT }, { 2019, 2, 1 }, CVN_SETTLEMENT_PARTLY_PAID, 20, 0, NULL },
  { { "i3", 70, SENT }, { 2019, 3, 2 }, CVN_SETTLEMENT_PARTLY_PAID, 20, 0, NULL },
  { { "i3", 70, SENT }, { 2019, 3, 3 }, CVN_SETTLEMENT_OVERDUE, 20, 0, NULL },
  { { "i4", 100, SENT }, { 2019, 2, 9 }, CVN_SETTLEMENT_SENT, 100, 0, NULL },
  { { "i4", 100, SENT }, { 2019, 2, 20 }, CVN_SETTLEMENT_PARTLY_PAID, 20, 0, NULL },
  { { "i4", 100, SENT }, { 2019, 3, 3 }, CVN_SETTLEMENT_OVERDUE, 20, 0, NULL },
  { { "i4", 100, SENT }, { 2019, 3, 20 }, CVN_SETTLEMENT_PAID, 0, 0, "2019-03-20" },
  /* Twice, and paid back. */
  { { "i5", 100, SENT }, { 2019, 2, 14 }, CVN_SETTLEMENT_PAID, 0, 0, "2019-02-14" },
  { { "i5", 100, SENT }, { 2019, 2, 18 }, CVN_SETTLEMENT_PAID, 0, 100, "2019-02-14" },
  { { "i5", 100, SENT }, { 2019, 3, 4 }, CVN_SETTLEMENT_PAID, 0, 0, "2019-02-14" },
  { { "i6", 100, SENT }, { 2019, 2, 10 }, CVN_SETTLEMENT_PAID, 0, 10, "2019-02-10" },
  { { "i7", 100, SENT }, { 2019, 3, 3 }, CVN_SETTLEMENT_OVERDUE, 100, 0, NULL },
  /* Credited and written off, each from its day on. */
  { { "i7", 100, SENT, .credited = 100, .credited_on = { 2019, 4, 1 } }, { 2019, 3, 31 }, CVN_SETTLEMENT_OVERDUE, 100, 0, NULL },
  { { "i7", 100, SENT, .credited = 100, .credited_on = { 2019, 4, 1 } }, { 2019, 4, 1 }, CVN_SETTLEMENT_CREDITED, 0, 0, NULL },
  { { "i7", 100, SENT, .credited = 30, .credited_on = { 2019, 4, 1 } }, { 2019, 4, 1 }, CVN_SETTLEMENT_OVERDUE, 70, 0, NULL },
  { { "i1", 150, SENT, .credited = 50, .credited_on = { 2019, 4, 1 } }, { 2019, 4, 1 }, CVN_SETTLEMENT_PAID, 0, 0, "2019-02-01" },
  { { "i1", 100, SENT, .credited = 100, .credited_on = { 2019, 4, 1 } }, { 2019, 4, 1 }, CVN_SETTLEMENT_CREDITED, 0, 100, NULL },
  { { "i3", 70, SENT, .written_off = 20, .written_off_on = { 2019, 9, 1 } }, { 2019, 8, 31 }, CVN_SETTLEMENT_OVERDUE, 20, 0, NULL },
  { { "i3", 70, SENT, .written_off = 20, .written_off_on = { 2019, 9, 1 } }, { 2019, 9, 1 }, CVN_SETTLEMENT_WRITTEN_OFF, 0, 0, NULL },
  { { "i8", 0, SENT }, { 2019, 9, 1 }, CVN_SETTLEMENT_PAID, 0, 0, NULL },
};

static void
test_computes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const ComputeCase *one = &cases[i];
      CvnSettlement      found;
      g_autofree char   *paid_on = NULL;

      g_test_message ("case %u", i);
      g_assert_true (cvn_settlement_compute (&one->invoice, matches, G_N_ELEMENTS (matches), &one->day, &found, NULL));
      g_assert_cmpstr (cvn_settlement_get_code (found.state), ==, cvn_settlement_get_code (one->state));
      g_assert_cmpint (found.open, ==, one->open);
      g_assert_cmpint (found.over, ==, one->over);
      g_assert_cmpint (found.is_double, ==, g_str_equal (one->invoice.id, "i5") && one->over > 0);
      paid_on = found.paid_on.year != 0 ? cvn_date_to_iso (&found.paid_on) : NULL;
      g_assert_cmpstr (paid_on, ==, one->paid_on);
    }
}

static void
test_refuses_amounts (void)
{
  static const CvnSettlementMatch huge[] = { { "p1", "i1", { 2019, 1, 1 }, G_MAXINT64 }, { "p2", "i1", { 2019, 1, 1 }, 1 } };
  const CvnSettlementInvoice      wrong = { "i1", -1, SENT };
  const CvnSettlementInvoice      right = { "i1", 1, SENT };
  g_autoptr (GError) negative = NULL;
  g_autoptr (GError) overflow = NULL;
  CvnSettlement found;

  g_assert_false (cvn_settlement_compute (&wrong, NULL, 0, &(CvnDate){ 2019, 1, 1 }, &found, &negative));
  g_assert_cmpstr (cvn_error_get_field (negative), ==, "total");
  g_assert_false (cvn_settlement_compute (&right, huge, 2, &(CvnDate){ 2019, 1, 1 }, &found, &overflow));
  g_assert_error (overflow, CVN_ERROR, CVN_ERROR_OVERFLOW);
}

/* Column by column: the field at fault for a payment, a payment that may be over, a refund and a write-off. */
static void
test_checks (void)
{
  static const struct
  {
    CvnSettlement settlement;
    gint64        amount;
    const char   *payment;
    const char   *over;
    const char   *refund;
    const char   *write_off;
  } checks[] = {
    { { CVN_SETTLEMENT_SENT, .open = 100 }, 100, NULL, NULL, "amount", NULL },
    { { CVN_SETTLEMENT_SENT, .open = 100 }, 101, "amount", NULL, "amount", "amount" },
    { { CVN_SETTLEMENT_SENT, .open = 100 }, 501, "amount", "amount", "amount", "amount" },
    { { CVN_SETTLEMENT_SENT, .open = 100 }, 0, "amount", "amount", "amount", "amount" },
    { { CVN_SETTLEMENT_SENT, .open = 100 }, -1, "amount", "amount", "amount", "amount" },
    { { CVN_SETTLEMENT_PARTLY_PAID, .open = 60, .paid = 40 }, 40, NULL, NULL, NULL, NULL },
    { { CVN_SETTLEMENT_PAID, .paid = 100 }, 100, "amount", NULL, NULL, "status" },
    { { CVN_SETTLEMENT_PAID, .paid = 200, .refunded = 150 }, 100, "amount", NULL, "amount", "status" },
    { { CVN_SETTLEMENT_DRAFT, .open = 100 }, 100, "invoice", "invoice", "amount", "status" },
    { { CVN_SETTLEMENT_WRITTEN_OFF, .written_off = 100 }, 100, "amount", NULL, "amount", "status" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      g_autoptr (GError) payment = NULL;
      g_autoptr (GError) over = NULL;
      g_autoptr (GError) refund = NULL;
      g_autoptr (GError) write_off = NULL;

      g_test_message ("case %u", i);
      g_assert_cmpint (cvn_settlement_check_payment (&checks[i].settlement, 500, checks[i].amount, FALSE, &payment), ==, checks[i].payment == NULL);
      g_assert_cmpint (cvn_settlement_check_payment (&checks[i].settlement, 500, checks[i].amount, TRUE, &over), ==, checks[i].over == NULL);
      g_assert_cmpint (cvn_settlement_check_refund (&checks[i].settlement, checks[i].amount, &refund), ==, checks[i].refund == NULL);
      g_assert_cmpint (cvn_settlement_check_write_off (&checks[i].settlement, checks[i].amount, &write_off), ==, checks[i].write_off == NULL);
      g_assert_cmpstr (cvn_error_get_field (payment), ==, checks[i].payment);
      g_assert_cmpstr (cvn_error_get_field (over), ==, checks[i].over);
      g_assert_cmpstr (cvn_error_get_field (refund), ==, checks[i].refund);
      g_assert_cmpstr (cvn_error_get_field (write_off), ==, checks[i].write_off);
    }
}

static void
test_spreads (void)
{
  static const gint64 open[] = { 100, 0, 200, -5, 50 };
  static const struct
  {
    gint64 amount;
    gint64 parts[5];
    gint64 left;
  } spreads[] = {
    { 350, { 100, 0, 200, 0, 50 }, 0 },
    { 150, { 100, 0, 50, 0, 0 }, 0 },
    { 360, { 100, 0, 200, 0, 50 }, 10 },
    { 0, { 0 }, 0 },
    { -7, { 0 }, -7 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (spreads); i++)
    {
      gint64 parts[5];

      g_assert_cmpint (cvn_settlement_spread (spreads[i].amount, open, 5, parts), ==, spreads[i].left);
      g_assert_cmpmem (parts, sizeof parts, spreads[i].parts, sizeof spreads[i].parts);
    }
}

/* Day by day from the first letter on: how many days after the due date each went out, as text. */
static char *
follow_up (int first_look,
           int paid_after)
{
  const CvnDate due = { 2019, 3, 2 };
  CvnDate       sent_on = { 0 };
  guint         sent = 0;
  GString      *text = g_string_new (NULL);

  for (int after = first_look; after < 100; after++)
    {
      CvnDate       day = cvn_date_add_days (due, after);
      CvnSettlement settlement = { CVN_SETTLEMENT_SENT, .open = after < paid_after ? 10 : 0 };
      guint         level = 0;

      if (!cvn_follow_up_is_due (&settlement, &due, sent, &sent_on, &day, &level))
        continue;
      g_assert_cmpuint (level, ==, sent + 1);
      g_string_append_printf (text, "%s%d", sent > 0 ? " " : "", after);
      sent = level;
      sent_on = day;
    }
  return g_string_free (text, FALSE);
}

static void
test_follow_up (void)
{
  static const struct
  {
    int         first_look;
    int         paid_after;
    const char *days;
  } follow_ups[] = {
    { -30, 1000, "0 14 30" },
    { 3, 1000, "3 17 33" },
    { 60, 1000, "60 74 90" },
    { -30, 14, "0" },
    { -30, 0, "" },
    { -30, 30, "0 14" },
  };
  const CvnSettlement draft = { CVN_SETTLEMENT_DRAFT, .open = 10 };
  guint               level = 7;

  for (guint i = 0; i < G_N_ELEMENTS (follow_ups); i++)
    {
      g_autofree char *days = follow_up (follow_ups[i].first_look, follow_ups[i].paid_after);

      g_assert_cmpstr (days, ==, follow_ups[i].days);
    }
  g_assert_false (cvn_follow_up_is_due (&draft, &(CvnDate){ 2019, 1, 1 }, 0, NULL, &(CvnDate){ 2020, 1, 1 }, &level));
  g_assert_cmpuint (level, ==, 7);
  g_assert_cmpint (cvn_follow_up_get_days (1), ==, 0);
  g_assert_cmpint (cvn_follow_up_get_days (2), ==, 14);
  g_assert_cmpint (cvn_follow_up_get_days (3), ==, 30);
}

/* However payments fall, what is open and over agrees with the sums, and no day shows more than had come in. */
static void
test_random (void)
{
  for (guint i = 0; i < CASES; i++)
    {
      CvnSettlementInvoice invoice = { "i1", g_test_rand_int_range (1, 1000), { 2019, 1, 1 }, { 2019, 1, 31 } };
      CvnSettlementMatch   some[10];
      guint                n = (guint) g_test_rand_int_range (0, 11);
      CvnDate              day = { 2019, 1, (guint8) g_test_rand_int_range (1, 32) };
      CvnSettlement        found;
      gint64               kept = 0;

      for (guint j = 0; j < n; j++)
        {
          some[j] = (CvnSettlementMatch){ "p", g_test_rand_int_range (0, 3) == 0 ? "i2" : "i1", { 2019, 1, (guint8) g_test_rand_int_range (1, 32) }, g_test_rand_int_range (-100, 500) };
          if (g_str_equal (some[j].invoice, "i1") && some[j].date.day <= day.day)
            kept += some[j].amount;
        }
      g_assert_true (cvn_settlement_compute (&invoice, some, n, &day, &found, NULL));
      g_assert_cmpint (found.open - found.over, ==, invoice.total - kept);
      g_assert_true (found.open == 0 || found.over == 0);
      g_assert_cmpint (found.paid - found.refunded, ==, kept);
      g_assert_cmpint (found.state == CVN_SETTLEMENT_PAID, ==, kept >= invoice.total);
      if (found.state == CVN_SETTLEMENT_PAID)
        {
          g_assert_cmpint (found.paid_on.year, ==, 2019);
          g_assert_cmpint (found.paid_on.day, <=, day.day);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/settlement/codes", test_codes);
  g_test_add_func ("/core/settlement/computes", test_computes);
  g_test_add_func ("/core/settlement/refuses-amounts", test_refuses_amounts);
  g_test_add_func ("/core/settlement/checks", test_checks);
  g_test_add_func ("/core/settlement/spreads", test_spreads);
  g_test_add_func ("/core/settlement/follow-up", test_follow_up);
  g_test_add_func ("/core/settlement/random", test_random);

  return g_test_run ();
}
