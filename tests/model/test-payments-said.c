/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-payments-said"

#include "covenant-support.h"
#include "cvn-payments-said.h"

#include <string.h>

/*
 * What files from elsewhere say of the payment of one invoice: number B-1, origin bk-1, reference 5000071000000001, 100 euros, to
 * gem-a. Dates are of 2019.
 */
typedef struct
{
  const char *name;
  const char *paid_on;  /* what the invoice says of itself */
  const char *lines[3]; /* of the bank: field=value, divided by | */
  const char *expected; /* date, amount, by whom, and for whom, with what reference, of each */
} Case;

static const Case cases[] = {
  { "nothing-known", NULL, { NULL }, "" },
  { "by-origin", NULL, { "booking_date=2019-02-10|amount=10000|matched_to=bk-1" }, "2019-02-10 10000 gem-a - -\n" },
  { "in-parts", NULL, { "booking_date=2019-02-10|amount=4000|matched_to=bk-1", "booking_date=2019-02-11|amount=6000|matched_to=bk-1" }, "2019-02-10 4000 gem-a - -\n2019-02-11 6000 gem-a - -\n" },
  { "by-reference", NULL, { "booking_date=2019-02-10|amount=10000|reference=5000071000000001" }, "2019-02-10 10000 gem-a - 5000071000000001\n" },
  { "matched-to-another", NULL, { "booking_date=2019-02-10|amount=10000|reference=5000071000000001|matched_to=bk-2" }, "" },
  { "refund-by-number", NULL, { "booking_date=2019-02-10|amount=10000|matched_to=bk-1", "booking_date=2019-02-20|amount=-2500|kind=refund|description=Terug B-1" }, "2019-02-10 10000 gem-a - -\n2019-02-20 -2500 gem-a - -\n" },
  { "refund-of-another", NULL, { "booking_date=2019-02-20|amount=-2500|kind=refund|description=Terug AB-1" }, "" },
  { "of-nothing", NULL, { "booking_date=2019-02-10|amount=0|matched_to=bk-1" }, "" },
  { "by-another-account", NULL, { "booking_date=2019-02-10|amount=10000|matched_to=bk-1|counter_account=NL42DEMO0000009008" }, "2019-02-10 10000 gem-b gem-a -\n" },
  { "by-another-name", NULL, { "booking_date=2019-02-10|amount=10000|matched_to=bk-1|counterparty=gem-c" }, "2019-02-10 10000 gem-c gem-a -\n" },
  { "by-a-stranger", NULL, { "booking_date=2019-02-10|amount=10000|matched_to=bk-1|counterparty=Somebody" }, "2019-02-10 10000 gem-a - -\n" },
  { "slip-of-the-pen", NULL, { "booking_date=2019-02-10|amount=10000|matched_to=bk-1|reference=5000071000000002" }, "2019-02-10 10000 gem-a - -\n" },
  { "day-alone", "2019-02-10", { NULL }, "2019-02-10 10000 gem-a - -\n" },
  { "day-and-line", "2019-02-10", { "booking_date=2019-02-10|amount=10000|counterparty=gem-a" }, "2019-02-10 10000 gem-a - -\n" },
  { "lines-before-day", "2019-02-10", { "booking_date=2019-02-09|amount=4000|matched_to=bk-1" }, "2019-02-09 4000 gem-a - -\n" },
};

static char *
put_fields (Covenant   *fixture,
            const char *kind,
            const char *fields)
{
  g_autoptr (CvnRecord) record = cvn_record_new (cvn_kind_find (kind));
  g_auto (GStrv) pairs = g_strsplit (fields, "|", -1);

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (pairs[i], "=", 2);

      if (cvn_field_is_integer (&cvn_record_get_kind (record)->fields[cvn_kind_find_field (cvn_record_get_kind (record), pair[0])]))
        cvn_record_set_integer (record, pair[0], g_ascii_strtoll (pair[1], NULL, 10));
      else
        cvn_record_set_text (record, pair[0], pair[1]);
    }
  cvn_test_put (fixture->store, record);
  return g_strdup (cvn_record_get_id (record));
}

static char *
put_invoice (Covenant   *fixture,
             const char *paid_on)
{
  g_autofree char *fields = g_strdup_printf ("number=B-1|origin=bk-1|kind=programme|organisation=%s|date=2019-02-01|due_date=2019-03-01|net=10000|vat=0|"
                                             "total=10000|reference=5000071000000001|status=%s%s%s",
                                             fixture->parties[0], paid_on != NULL ? "paid" : "sent", paid_on != NULL ? "|paid_on=" : "", paid_on != NULL ? paid_on : "");

  return put_fields (fixture, "invoice", fields);
}

static const char *
find_party (Covenant   *fixture,
            const char *id)
{
  static const char *const names[] = { "gem-a", "gem-b", "gem-c" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (fixture->parties[i], id) == 0)
      return names[i];
  return "-";
}

static gpointer
list (CvnReader    *reader,
      gpointer      data,
      GCancellable *cancellable,
      GError      **error)
{
  return cvn_payments_said_list (reader, data, error);
}

static char *
dup_said (Covenant  *fixture,
          CvnRecord *invoice)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) payments = cvn_store_read (fixture->store, list, invoice, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < payments->len; i++)
    {
      CvnRecord  *payment = payments->pdata[i];
      const char *reference = cvn_record_get_text (payment, "reference");

      g_string_append_printf (text, "%s %" G_GINT64_FORMAT " %s %s %s\n", cvn_record_get_text (payment, "date"), cvn_record_get_integer (payment, "amount"),
                              find_party (fixture, cvn_record_get_text (payment, "organisation")), find_party (fixture, cvn_record_get_text (payment, "on_behalf_of")),
                              reference != NULL ? reference : "-");
    }
  return g_string_free (text, FALSE);
}

/* What is said is what can be booked: a payment back makes all of it payments that are kept, once. */
static void
test_case (Covenant     *fixture,
           gconstpointer data)
{
  const Case *c = data;
  g_autoptr (CvnRecord) other = cvn_test_get (fixture->store, "organisation", fixture->parties[1]);
  g_autofree char *id = NULL;
  g_autofree char *said = NULL;
  g_autofree char *booked = NULL;
  g_autoptr (CvnRecord) invoice = NULL;

  cvn_record_set_text (other, "iban", "NL42DEMO0000009008");
  cvn_test_put (fixture->store, other);
  id = put_invoice (fixture, c->paid_on);
  for (guint i = 0; i < G_N_ELEMENTS (c->lines) && c->lines[i] != NULL; i++)
    g_free (put_fields (fixture, "bank_line", c->lines[i]));
  invoice = cvn_test_get (fixture->store, "invoice", id);
  said = dup_said (fixture, invoice);
  g_assert_cmpstr (said, ==, c->expected);
  if (*said == '\0')
    return;
  g_free (covenant_run (fixture, cvn_refund_new (id, 1, TODAY, NULL)));
  g_assert_cmpint (covenant_ask (fixture, "SELECT count(*) FROM payment WHERE date < '2019-03-01'"), ==, strchr (said, '\n') == said + strlen (said) - 1 ? 1 : 2);
  g_assert_cmpint (covenant_ask (fixture, "SELECT sum(amount) FROM payment"), ==, covenant_ask (fixture, "SELECT sum(amount) FROM settlement"));
  booked = dup_said (fixture, invoice);
  g_assert_cmpstr (booked, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/model/payments-said/", cases[i].name, NULL);

      g_test_add (path, Covenant, &cases[i], covenant_set_up, test_case, covenant_tear_down);
    }
  return g_test_run ();
}
