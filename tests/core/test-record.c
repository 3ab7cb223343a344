/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-record"

#include "cvn-change-set.h"
#include "cvn-error.h"
#include "cvn-record.h"

#include <string.h>

static CvnRecord *
new_commitment (void)
{
  CvnRecord *record = cvn_record_new (cvn_kind_find ("commitment"));

  cvn_record_set_id (record, "01");
  cvn_record_set_text (record, "agreement", "a");
  cvn_record_set_text (record, "organisation", "o");
  cvn_record_set_integer (record, "year", 2019);
  cvn_record_set_integer (record, "amount", 123456);
  return record;
}

static void
test_properties (void)
{
  g_autoptr (CvnRecord) record = new_commitment ();
  g_autofree char *organisation = NULL;
  gint64           amount;

  g_object_get (record, "amount", &amount, "organisation", &organisation, NULL);
  g_assert_cmpint (amount, ==, 123456);
  g_assert_cmpstr (organisation, ==, "o");
  g_object_set (record, "amount", (gint64) 5, NULL);
  g_assert_cmpint (cvn_record_get_integer (record, "amount"), ==, 5);
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (record), ==, "CvnCommitmentRecord");
}

static void
count_cb (GObject    *object,
          GParamSpec *pspec,
          guint      *n)
{
  (*n)++;
}

static void
test_notifies_once (void)
{
  g_autoptr (CvnRecord) record = new_commitment ();
  guint n = 0;

  g_signal_connect (record, "notify::amount", G_CALLBACK (count_cb), &n);
  cvn_record_set_integer (record, "amount", 123456);
  g_assert_cmpuint (n, ==, 0);
  cvn_record_set_integer (record, "amount", 7);
  g_assert_cmpuint (n, ==, 1);
}

static void
test_every_kind_has_a_class (void)
{
  guint                 n;
  const CvnKind *const *kinds = cvn_kind_list (&n);

  for (guint i = 0; i < n; i++)
    {
      CvnRecord *record = cvn_record_new (kinds[i]);

      for (guint field = 0; field < kinds[i]->n_fields; field++)
        {
          g_autofree char *name = cvn_field_dup_property_name (&kinds[i]->fields[field]);

          g_assert_nonnull (g_object_class_find_property (G_OBJECT_GET_CLASS (record), name));
        }
      g_assert_finalize_object (record);
    }
}

static void
test_copy_equals (void)
{
  g_autoptr (CvnRecord) record = new_commitment ();
  g_autoptr (CvnRecord) copy = NULL;

  cvn_record_set_extra (record, "{\"later\":1}");
  copy = cvn_record_copy (record);
  g_assert_true (cvn_record_equal (record, copy));
  g_assert_cmpuint (cvn_record_hash (record), ==, cvn_record_hash (copy));
  cvn_record_set_integer (copy, "amount", 123457);
  g_assert_false (cvn_record_equal (record, copy));
  g_assert_cmpuint (cvn_record_hash (record), !=, cvn_record_hash (copy));
}

static void
test_hash_sees_moved_text (void)
{
  g_autoptr (CvnRecord) first = cvn_record_new (cvn_kind_find ("organisation"));
  g_autoptr (CvnRecord) second = cvn_record_new (cvn_kind_find ("organisation"));

  cvn_record_set_text (first, "name_nl", "Leiden");
  cvn_record_set_text (second, "name_en", "Leiden");
  g_assert_cmpuint (cvn_record_hash (first), !=, cvn_record_hash (second));
}

static void
test_json (void)
{
  g_autoptr (CvnRecord) record = cvn_record_new (cvn_kind_find ("organisation"));
  g_autoptr (CvnRecord) before = NULL;
  g_autoptr (GString) json = g_string_new (NULL);

  cvn_record_set_text (record, "name_nl", "Caf\303\251 \"De \\ Burcht\"\n");
  cvn_record_write_json (record, NULL, json);
  g_assert_cmpstr (json->str, ==, "{\"name_nl\":\"Caf\303\251 \\\"De \\\\ Burcht\\\"\\u000a\"}");

  before = cvn_record_copy (record);
  cvn_record_unset (record, "name_nl");
  cvn_record_set_text (record, "name_en", "Castle");
  g_string_truncate (json, 0);
  cvn_record_write_json (record, before, json);
  g_assert_cmpstr (json->str, ==, "{\"name_nl\":null,\"name_en\":\"Castle\"}");
}

static void
test_check_names_the_field (void)
{
  g_autoptr (CvnRecord) record = new_commitment ();
  g_autoptr (GError) error = NULL;

  cvn_record_unset (record, "organisation");
  g_assert_false (cvn_record_check (record, &error));
  g_assert_error (error, CVN_ERROR, CVN_ERROR_REQUIRED);
  g_assert_cmpstr (cvn_error_get_field (error), ==, "organisation");
}

static void
test_refuses_a_bsn (void)
{
  static const char *const texts[] = { "111222333", "Zie 111.222.333 svp", "BSN 111222333" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (CvnRecord) record = cvn_record_new (cvn_kind_find ("organisation"));
      g_autoptr (GError) error = NULL;

      cvn_record_set_text (record, "kind", "municipality");
      cvn_record_set_text (record, "name_nl", texts[i]);
      g_assert_false (cvn_record_check (record, &error));
      g_assert_error (error, CVN_ERROR, CVN_ERROR_BSN);
      g_assert_null (strstr (error->message, "111222333"));
      g_assert_null (strstr (error->message, "111.222.333"));
    }
}

static void
test_change_set_copies (void)
{
  g_autoptr (CvnRecord) record = new_commitment ();
  g_autoptr (CvnChangeSet) changes = cvn_change_set_new (CVN_ACTION_ADD, cvn_record_get_kind (record), "Leiden");

  cvn_record_set_id (record, NULL);
  cvn_change_set_add (changes, record);
  cvn_record_set_integer (record, "amount", 1);
  g_assert_nonnull (cvn_record_get_id (record));
  g_assert_cmpuint (cvn_change_set_get_n (changes), ==, 1);
  g_assert_cmpint (cvn_record_get_integer (cvn_change_set_get (changes, 0)->after, "amount"), ==, 123456);
  g_assert_null (cvn_change_set_get (changes, 0)->before);
}

static void
test_actions_have_codes (void)
{
  for (CvnAction action = CVN_ACTION_ADD; action <= CVN_ACTION_SET_UP; action++)
    {
      CvnAction back;

      g_assert_true (cvn_action_from_code (cvn_action_get_code (action), &back));
      g_assert_cmpint (back, ==, action);
    }
  g_assert_false (cvn_action_from_code ("fly", &(CvnAction){ 0 }));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/record/properties", test_properties);
  g_test_add_func ("/core/record/notifies-once", test_notifies_once);
  g_test_add_func ("/core/record/every-kind-has-a-class", test_every_kind_has_a_class);
  g_test_add_func ("/core/record/copy-equals", test_copy_equals);
  g_test_add_func ("/core/record/hash-sees-moved-text", test_hash_sees_moved_text);
  g_test_add_func ("/core/record/json", test_json);
  g_test_add_func ("/core/record/check-names-the-field", test_check_names_the_field);
  g_test_add_func ("/core/record/refuses-a-bsn", test_refuses_a_bsn);
  g_test_add_func ("/core/record/change-set-copies", test_change_set_copies);
  g_test_add_func ("/core/record/actions-have-codes", test_actions_have_codes);
  return g_test_run ();
}
