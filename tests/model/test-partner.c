/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-partner"

#include "cvn-import-job.h"
#include "cvn-partner-cards.h"
#include "cvn-partner-list.h"
#include "cvn-partner.h"
#include "cvn-record.h"
#include "cvn-similar-partners.h"
#include "cvn-store.h"
#include "store-support.h"

#include <string.h>

/* The partners of the sample centre: the list, one of them, and what is told about a likeness. */

typedef struct
{
  CvnTestFolder folder;
  CvnCentre    *centre;
} Fixture;

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  g_autoptr (GFile) sample = g_file_new_build_filename (g_getenv ("CVN_SRCDIR"), "data", "sample-centre", NULL);
  g_autoptr (CvnImportJob) job = cvn_import_job_new (sample);
  g_autoptr (CvnStore) store = NULL;
  g_autoptr (GError) error = NULL;

  cvn_test_folder_make (&f->folder);
  store = cvn_store_open (f->folder.path, CVN_STORE_CREATE, "tester", &error);
  g_assert_no_error (error);
  cvn_import_job_run (job, store, &error);
  g_assert_no_error (error);
  /* The words of a large entry are taken in after it; who closes the file waits for them. */
  cvn_store_close (store);
  g_clear_object (&store);
  store = cvn_store_open (f->folder.path, 0, "tester", &error);
  g_assert_no_error (error);
  f->centre = cvn_centre_new ();
  cvn_centre_take_store (f->centre, g_steal_pointer (&store));
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  cvn_centre_close (f->centre);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_finalize_object (f->centre);
  cvn_test_folder_remove (&f->folder);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* Runs the main loop until @instance has emitted "changed" once more. */
static void
wait_changed (gpointer instance)
{
  guint  n = 0;
  gulong id = g_signal_connect_swapped (instance, "changed", G_CALLBACK (count_cb), &n);

  while (n == 0)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (instance, id);
}

static CvnPartnerItem *
peek (CvnPartnerList *list,
      guint           position)
{
  g_autoptr (CvnPartnerItem) item = g_list_model_get_item (G_LIST_MODEL (list), position);

  return item; /* the list holds it too */
}

static const char *
find_id (CvnPartnerList *list,
         const char     *name)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    if (g_str_equal (cvn_partner_item_get_name (peek (list, i)), name))
      return cvn_partner_item_get_id (peek (list, i));
  return NULL;
}

static void
test_sections (Fixture      *f,
               gconstpointer data)
{
  g_autoptr (CvnPartnerList) list = cvn_partner_list_new (f->centre);
  guint n_covenant = 0;
  guint heading = 0;

  wait_changed (list);
  g_assert_cmpuint (cvn_partner_list_get_n_partners (list), ==, 48);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 50);
  g_assert_true (cvn_partner_item_is_heading (peek (list, 0)));
  for (guint i = 1; i < 50; i++)
    {
      CvnPartnerItem *item = peek (list, i);

      if (cvn_partner_item_is_heading (item))
        heading = i;
      else if (heading == 0)
        n_covenant += cvn_partner_item_is_covenant (item);
      else
        g_assert_false (cvn_partner_item_is_covenant (item));
      if (i > 1 && i != heading && i != heading + 1)
        g_assert_cmpint (cvn_partner_item_compare (peek (list, i - 1), item), <=, 0);
    }
  g_assert_cmpuint (n_covenant, ==, 10);
  g_assert_cmpuint (heading, ==, 11);
  g_assert_cmpstr (cvn_partner_item_get_status (peek (list, 1)), ==, "signed");
  g_assert_null (cvn_partner_item_get_status (peek (list, 12)));
}

static void
test_filters (Fixture      *f,
              gconstpointer data)
{
  g_autoptr (CvnPartnerList) list = cvn_partner_list_new (f->centre);

  wait_changed (list);
  g_assert_true (g_strv_contains (cvn_partner_list_get_kinds (list), "company"));
  cvn_partner_list_set_kind (list, "company");
  wait_changed (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 10);
  cvn_partner_list_set_kind (list, CVN_PARTNER_KIND_COVENANT);
  wait_changed (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 11);
}

static void
add_contact (Fixture    *f,
             const char *organisation)
{
  const CvnKind *kind = cvn_kind_find ("contact");
  g_autoptr (CvnRecord) record = cvn_record_new (kind);
  g_autoptr (CvnChangeSet) changes = cvn_change_set_new (CVN_ACTION_ADD, kind, "contact");
  g_autoptr (GError) error = NULL;

  cvn_record_set_text (record, "organisation", organisation);
  cvn_record_set_text (record, "role", "Beleidsmedewerker economie");
  cvn_change_set_add (changes, record);
  cvn_store_apply (cvn_centre_get_store (f->centre), changes, &error);
  g_assert_no_error (error);
}

/* By name, by KVK number, by contact: one box. */
static void
test_search (Fixture      *f,
             gconstpointer data)
{
  static const struct
  {
    const char *words;
    const char *found;
    gboolean    by_contact;
  } cases[] = {
    { "oegstg", "Municipality of Oegstgeest", FALSE },
    { "99010002", "Demo Biotech Beta B.V.", FALSE },
    { "beleidsmedewerker", "Municipality of Katwijk", TRUE },
  };
  g_autoptr (CvnPartnerList) list = cvn_partner_list_new (f->centre);
  g_autofree char *katwijk = NULL;

  wait_changed (list);
  katwijk = g_strdup (find_id (list, "Municipality of Katwijk"));
  add_contact (f, katwijk);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      cvn_partner_list_set_words (list, cases[i].words);
      wait_changed (list);
      while (g_list_model_get_n_items (G_LIST_MODEL (list)) > 40) /* of the contact that was added */
        wait_changed (list);
      g_test_message ("%s", cases[i].words);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), >=, 1);
      g_assert_cmpstr (cvn_partner_item_get_name (peek (list, 0)), ==, cases[i].found);
      g_assert_cmpint (cvn_partner_item_get_found (peek (list, 0)) != NULL, ==, cases[i].by_contact);
    }
  cvn_partner_list_set_words (list, "xyzzy");
  wait_changed (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  cvn_partner_list_set_words (list, "  ");
  wait_changed (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 50);
}

static CvnPartner *
open_partner (Fixture    *f,
              const char *name)
{
  g_autoptr (CvnPartnerList) list = cvn_partner_list_new (f->centre);
  CvnPartner *partner;

  wait_changed (list);
  partner = cvn_partner_new (f->centre, find_id (list, name));
  while (!cvn_partner_is_loaded (partner))
    wait_changed (partner);
  return partner;
}

static void
test_partner (Fixture      *f,
              gconstpointer data)
{
  g_autoptr (CvnPartner) partner = open_partner (f, "Municipality of Leiden");
  CvnTable *contributions = cvn_figure_set_get (cvn_partner_get_figures (partner), "partner-contributions");

  g_assert_cmpstr (cvn_partner_get_name (partner), ==, "Municipality of Leiden");
  g_assert_false (cvn_partner_is_name_foreign (partner));
  g_assert_cmpstr (cvn_partner_get_status (partner), ==, "signed");
  g_assert_cmpint (cvn_table_get_integer (contributions, 0, "amount"), ==, 5439512);
  g_assert_cmpint (cvn_table_get_integer (contributions, 0, "received"), ==, 5439512);
  g_assert_cmpuint (cvn_partner_get_contacts (partner)->len, ==, 0);
}

/* A new interaction belongs to the partner, and can be marked as done. */
static void
test_interaction (Fixture      *f,
                  gconstpointer data)
{
  g_autoptr (CvnPartner) partner = open_partner (f, "Municipality of Leiden");
  const CvnKind   *kind = cvn_kind_find ("interaction");
  g_autofree char *today = g_strdup (cvn_centre_get_today (f->centre));
  g_autoptr (CvnDraft) draft = cvn_partner_add (partner, kind);

  g_assert_true (cvn_draft_set_text (draft, (guint) cvn_kind_find_field (kind, "subject"), "Renewal"));
  cvn_draft_save (draft);
  while (cvn_partner_get_interactions (partner)->len == 0)
    wait_changed (partner);
  g_assert_cmpstr (cvn_record_get_text (g_ptr_array_index (cvn_partner_get_interactions (partner), 0), "date"), ==, today);
  cvn_partner_set_done (partner, g_ptr_array_index (cvn_partner_get_interactions (partner), 0), TRUE);
  while (cvn_record_get_integer (g_ptr_array_index (cvn_partner_get_interactions (partner), 0), "done") != 1)
    wait_changed (partner);
}

static void
test_name_foreign (Fixture      *f,
                   gconstpointer data)
{
  g_autoptr (CvnPartner) partner = open_partner (f, "Municipality of Leiden");
  g_autoptr (CvnDraft) draft = cvn_partner_edit (partner, cvn_partner_get_record (partner));

  g_assert_true (cvn_draft_set_text (draft, (guint) cvn_kind_find_field (cvn_draft_get_kind (draft), "name_en"), ""));
  cvn_draft_save (draft);
  while (!cvn_partner_is_name_foreign (partner))
    wait_changed (partner);
  g_assert_cmpstr (cvn_partner_get_name (partner), ==, "Gemeente Leiden");
}

static void
test_similar (Fixture      *f,
              gconstpointer data)
{
  static const struct
  {
    const char      *name;
    const char      *kvk;
    CvnSimilarReason reason;
    const char      *match;
  } cases[] = {
    { "demo biotech alhpa", NULL, CVN_SIMILAR_NAME, "Demo Biotech Alpha B.V." },
    { "Universiteit Leiden", NULL, CVN_SIMILAR_NAME, "Leiden University" },
    { "Something else", "9901 0002", CVN_SIMILAR_KVK, "Demo Biotech Beta B.V." },
    { "Demo Biotech Alpha", "99010002", CVN_SIMILAR_KVK, "Demo Biotech Beta B.V." },
    { "Something else", "", CVN_SIMILAR_NONE, NULL },
  };
  const CvnKind *kind = cvn_kind_find ("organisation");
  g_autoptr (CvnDraft) draft = cvn_draft_new (f->centre, kind, CVN_ACTION_ADD);
  g_autoptr (CvnSimilarPartners) similar = cvn_similar_partners_new (f->centre, draft);

  cvn_draft_set_text (draft, (guint) cvn_kind_find_field (kind, "name_nl"), "Gemeente Katwijk");
  wait_changed (similar);
  g_assert_cmpstr (cvn_similar_partners_get_name (similar), ==, "Municipality of Katwijk");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      cvn_similar_partners_try_text (similar, (guint) cvn_kind_find_field (kind, "name_nl"), cases[i].name);
      cvn_similar_partners_try_text (similar, (guint) cvn_kind_find_field (kind, "kvk"), cases[i].kvk != NULL ? cases[i].kvk : "");
      g_assert_cmpint (cvn_similar_partners_get_reason (similar), ==, cases[i].reason);
      g_assert_cmpstr (cvn_similar_partners_get_name (similar), ==, cases[i].match);
    }
}

/* An organisation is not like itself. */
static void
test_similar_self (Fixture      *f,
                   gconstpointer data)
{
  g_autoptr (CvnPartner) partner = open_partner (f, "Municipality of Leiden");
  g_autoptr (CvnDraft) draft = cvn_partner_edit (partner, cvn_partner_get_record (partner));
  g_autoptr (CvnSimilarPartners) similar = cvn_similar_partners_new (f->centre, draft);

  cvn_draft_set_text (draft, (guint) cvn_kind_find_field (cvn_draft_get_kind (draft), "name_nl"), "Gemeente Katwyk");
  wait_changed (similar);
  g_assert_cmpstr (cvn_similar_partners_get_name (similar), ==, "Municipality of Katwijk");
  cvn_similar_partners_try_text (similar, (guint) cvn_kind_find_field (cvn_draft_get_kind (draft), "name_nl"), "Gemeente Leidn");
  g_assert_cmpint (cvn_similar_partners_get_reason (similar), ==, CVN_SIMILAR_NONE);
}

static void
test_cards (void)
{
  static const struct
  {
    const char *kind;
    const char *cards; /* C contributions, A agreements, R registrations, B bookings, P packages */
  } cases[] = {
    { "municipality", "CAR" },
    { "province", "CA" },
    { "knowledge_institution", "CAB" },
    { "business_association", "CA" },
    { "marketing", "CA" },
    { "education", "ABP" },
    { "school", "BP" },
    { "company", "BP" },
    { "service_provider", "BP" },
    { "international", "B" },
    { "national_agency", "A" },
    { "development_agency", "A" },
    { "volunteers", "A" },
    { "programme_office", "A" },
    { "alliance", "A" },
    { "network", "" },
    { "centre", "" },
    { "other", "CABP" },
    { "of a newer version", "CABP" },
    { NULL, "CABP" },
  };
  const CvnKind  *kind = cvn_kind_find ("organisation");
  const CvnField *field = &kind->fields[cvn_kind_find_field (kind, "kind")];

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].kind);
      for (guint card = 0; card < CVN_PARTNER_CONTACTS; card++)
        g_assert_cmpint (cvn_partner_cards_has (cases[i].kind, card), ==, strchr (cases[i].cards, "CARBP"[card]) != NULL);
      for (guint card = CVN_PARTNER_CONTACTS; card < CVN_PARTNER_N_CARDS; card++)
        g_assert_true (cvn_partner_cards_has (cases[i].kind, card));
    }
  for (const CvnChoice *choice = field->choices; choice->code != NULL; choice++)
    {
      gboolean tried = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        tried = tried || g_strcmp0 (cases[i].kind, choice->code) == 0;
      g_assert_true (tried);
    }
}

#define ADD(name, func) g_test_add ("/model/partner/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/partner/cards", test_cards);
  ADD ("sections", test_sections);
  ADD ("filters", test_filters);
  ADD ("search", test_search);
  ADD ("partner", test_partner);
  ADD ("interaction", test_interaction);
  ADD ("name-foreign", test_name_foreign);
  ADD ("similar", test_similar);
  ADD ("similar-self", test_similar_self);
  return g_test_run ();
}
