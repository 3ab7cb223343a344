/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-form-refusals"

#include "cvn-cost-notice.h"
#include "cvn-direction-operations.h"
#include "cvn-record-form.h"
#include "cvn-record.h"
#include "cvn-register-list.h"
#include "cvn-register-page.h"
#include "cvn-store.h"
#include "register-support.h"
#include "watchdog.h"

#include <string.h>

/* What is typed in a row, and what the row shows once it is taken over; NULL for just that. */
typedef struct
{
  const char *title;
  const char *typed;
  const char *shown;
} Entry;

/* The last of the entries is wrong, and what it says of it stands below the row with this title. */
typedef struct
{
  const char *kind;
  const char *values[6]; /* chosen, not typed: the field, and a word or the code of the record referred to */
  Entry       entries[7];
  const char *field;
  const char *sentence;
  Entry       mended;
} Refusal;

static const Refusal refusals[] = {
  { "commitment",
    { "agreement", "conv-2016", "organisation", "gem-leiden" },
    { { "Year (required)", "2018" },
      { "From (required)", "2018-01-01", "1 Jan 2018" },
      { "Until (required)", "2018-12-31", "31 Dec 2018" },
      { "Hours", "12" },
      { "Condition", "after the summer" },
      { "Amount (required)", "-35.01", "−35.01" } },
    "Amount (required)",
    "A commitment cannot be negative.",
    { "Amount (required)", "35.01" } },
  { "commitment",
    { "agreement", "conv-2016", "organisation", "gem-leiden" },
    { { "Year (required)", "2018" },
      { "From (required)", "2018-01-01", "1 Jan 2018" },
      { "Until (required)", "2018-12-31", "31 Dec 2018" },
      { "Condition", "after the summer" },
      { "Amount (required)", "123456789012" } },
    "Amount (required)",
    "Expected an amount of no more than a billion euros. Is there a digit too many?",
    { "Amount (required)", "35.01" } },
  { "agreement",
    { "kind", "sponsoring", "status", "draft" },
    { { "Title (Dutch)", "Nieuwe afspraak" },
      { "Title (English)", "New agreement" },
      { "Document", "folder/agreement.pdf" },
      { "From (required)", "2031-01-01", "1 Jan 2031" },
      { "Until", "2030-12-31", "31 Dec 2030" } },
    "Until",
    "The end must not lie before the beginning.",
    { "Until", "2031-12-31", "31 Dec 2031" } },
  { "fee",
    { "service", "registration", "payer", "adult" },
    { { "Decision", "the board in May" },
      { "Valid from (required)", "2018-06-01", "1 Jun 2018" },
      { "Valid until", "2018-12-31", "31 Dec 2018" },
      { "Amount (required)", "47.50" } },
    "Valid from (required)",
    "Another one like it is valid from 2018-10-01: let one end before the other begins.",
    { "Valid until", "2018-09-30", "30 Sep 2018" } },
  { "population",
    { "municipality", "gem-leiden" },
    { { "Reference date (required)", "2031-01-01", "1 Jan 2031" }, { "Source", "an estimate" }, { "Inhabitants (required)", "0" } },
    "Inhabitants (required)",
    "Expected a number from 1 to 100000000.",
    { "Inhabitants (required)", "125000" } },
  { "event",
    { "mode", "own", "status", "planned" },
    { { "Begins (required)", "2031-03-06 20:00", "6 March 2031, 20:00" },
      { "Title (Dutch)", "Borrel" },
      { "Location", "Leiden" },
      { "Ends", "2031-03-06 19:30", "6 March 2031, 19:30" } },
    "Ends",
    "The event must end after it begins.",
    { "Ends", "2031-03-06 22:00", "6 March 2031, 22:00" } },
  { "event",
    { "mode", "own", "status", "planned", "time_zone", "Europe/Amsterdam" },
    { { "Title (Dutch)", "Nachtwandeling" },
      { "Location", "Katwijk" },
      { "Begins (required)", "2031-03-30 02:30", "30 March 2031, 02:30" } },
    "Begins (required)",
    "On this day the clock goes forward and skips 02:30. Choose an earlier or a later time.",
    { "Begins (required)", "2031-03-30 03:30", "30 March 2031, 03:30" } },
  { "event",
    { "mode", "own", "status", "planned" },
    { { "Title (Dutch)", "Lezing" },
      { "Begins (required)", "2031-06-12 20:00", "12 June 2031, 20:00" },
      { "Signed up", "40" },
      { "Capacity", "39" } },
    "Capacity",
    "More people have signed up already than this.",
    { "Capacity", "40" } },
  { "event",
    { "mode", "own", "status", "held" },
    { { "Title (Dutch)", "Workshop" },
      { "Begins (required)", "2030-06-12 20:00", "12 June 2030, 20:00" },
      { "Signed up", "40" },
      { "Attended", "41" } },
    "Attended",
    "More people attended than signed up: raise the number of sign-ups first.",
    { "Attended", "38" } },
};

typedef struct
{
  CvnRegisterFixture base;
  CvnPage           *page;
  const Refusal     *refusal;
} Fixture;

static GtkWidget *
find_type (GtkWidget *root,
           GType      type)
{
  GtkWidget *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_type (child, type);
  return found;
}

static CvnRecordList *
get_records (CvnPage *page)
{
  return cvn_register_list_get_records (CVN_REGISTER_LIST (find_type (GTK_WIDGET (page), CVN_TYPE_REGISTER_LIST)));
}

static CvnRecordForm *
get_form (Fixture *f)
{
  return CVN_RECORD_FORM (find_type (GTK_WIDGET (f->page), CVN_TYPE_RECORD_FORM));
}

static gboolean
has_one_record (gpointer data)
{
  CvnRecordList *records = get_records (data);
  g_autoptr (CvnRow) row = g_list_model_get_item (G_LIST_MODEL (records), 0);

  return !cvn_record_list_is_loading (records) && g_list_model_get_n_items (G_LIST_MODEL (records)) == 1 && cvn_row_get_record (row) != NULL;
}

/* Returns: (transfer full): the id of the record of the sample with this code. */
static char *
find_id (Fixture    *f,
         const char *kind,
         const char *code)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find (kind));
  g_autoptr (CvnRow) row = NULL;

  cvn_query_add_text (query, "code", CVN_MATCH_EQUAL, code);
  g_assert_true (cvn_page_open_list (f->page, query, NULL));
  cvn_ui_assert_eventually (has_one_record, f->page);
  row = g_list_model_get_item (G_LIST_MODEL (get_records (f->page)), 0);
  return g_strdup (cvn_record_get_id (cvn_row_get_record (row)));
}

/* Opens a new record with what is chosen rather than typed. */
static void
open_new (Fixture *f)
{
  const CvnKind *kind = cvn_kind_find (f->refusal->kind);
  g_autoptr (CvnRecord) values = cvn_record_new (kind);

  for (guint i = 0; i < G_N_ELEMENTS (f->refusal->values) && f->refusal->values[i] != NULL; i += 2)
    {
      const CvnField  *field = &kind->fields[cvn_kind_find_field (kind, f->refusal->values[i])];
      g_autofree char *id = field->refers_to != NULL ? find_id (f, field->refers_to, f->refusal->values[i + 1]) : NULL;

      cvn_record_set_text (values, field->name, id != NULL ? id : f->refusal->values[i + 1]);
    }
  g_assert_true (cvn_page_add_record (f->page, values, NULL));
  cvn_ui_settle (f->base.window);
}

static GtkWidget *
find_row (Fixture    *f,
          const char *title)
{
  GtkWidget *label = cvn_ui_find_text (GTK_WIDGET (get_form (f)), GTK_TYPE_LABEL, title);

  if (label == NULL)
    g_error ("no row “%s”", title);
  return gtk_widget_get_ancestor (label, ADW_TYPE_ENTRY_ROW);
}

typedef struct
{
  GtkWidget  *row;
  const char *text;
} Typing;

static gboolean
has_text (gpointer data)
{
  Typing *typing = data;

  return g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (typing->row)), typing->text) == 0;
}

static void
type_in (Fixture     *f,
         const Entry *entry)
{
  Typing typing = { find_row (f, entry->title), entry->typed };

  gtk_widget_grab_focus (typing.row);
  cvn_ui_key ("ctrl+a");
  cvn_ui_type (entry->typed);
  cvn_ui_assert_eventually (has_text, &typing);
  cvn_ui_key ("Return");
  typing.text = entry->shown != NULL ? entry->shown : entry->typed;
  if (!cvn_ui_wait (has_text, &typing, 5000))
    g_error ("“%s” shows “%s”, not “%s”", entry->title, gtk_editable_get_text (GTK_EDITABLE (typing.row)), typing.text);
}

static gboolean
shows (Fixture     *f,
       const Entry *entry)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (find_row (f, entry->title)));

  return g_strcmp0 (text, entry->shown != NULL ? entry->shown : entry->typed) == 0;
}

/* The sentence stands right below the row, which is marked. */
static gboolean
is_refused (gpointer data)
{
  Fixture   *f = data;
  GtkWidget *row = find_row (f, f->refusal->field);
  GtkWidget *below = gtk_widget_get_next_sibling (row);

  return gtk_widget_has_css_class (row, "error") && gtk_widget_get_visible (below) &&
         cvn_ui_find_text (below, GTK_TYPE_LABEL, f->refusal->sentence) != NULL;
}

static gboolean
is_saved (gpointer data)
{
  CvnDraft *draft = cvn_record_form_get_draft (get_form (data));

  return !cvn_draft_is_new (draft) && !cvn_draft_is_dirty (draft) && !cvn_draft_is_saving (draft);
}

static guint
count_errors (Fixture *f)
{
  CvnDraft *draft = cvn_record_form_get_draft (get_form (f));
  guint     n = 0;

  for (guint i = 0; i < cvn_draft_get_kind (draft)->n_fields; i++)
    n += cvn_draft_get_error (draft, i) != NULL;
  return n;
}

static void
assert_shown (Fixture *f)
{
  for (guint i = 0; i < G_N_ELEMENTS (f->refusal->entries) && f->refusal->entries[i].title != NULL; i++)
    if (!shows (f, &f->refusal->entries[i]))
      g_error ("“%s” shows “%s”", f->refusal->entries[i].title, gtk_editable_get_text (GTK_EDITABLE (find_row (f, f->refusal->entries[i].title))));
}

static void
refuse_and_mend (Fixture *f)
{
  g_autofree char *picture = g_strdup_printf ("refused-%s", f->refusal->kind);

  open_new (f);
  for (guint i = 0; i < G_N_ELEMENTS (f->refusal->entries) && f->refusal->entries[i].title != NULL; i++)
    type_in (f, &f->refusal->entries[i]);
  cvn_ui_assert_eventually (is_refused, f);
  g_assert_cmpuint (count_errors (f), ==, 1);
  assert_shown (f);
  cvn_register_fixture_picture (&f->base, picture);
  type_in (f, &f->refusal->mended);
  cvn_ui_assert_eventually (is_saved, f);
  g_assert_cmpuint (count_errors (f), ==, 0);
  cvn_page_go_back (f->page);
}

/* What is wrong is refused at its field with a sentence, nothing else that was typed is lost, and mended it is saved. */
static void
test_refused (void)
{
  Fixture f = { { NULL } };

  cvn_register_fixture_open (&f.base);
  f.page = CVN_PAGE (g_object_new (CVN_TYPE_REGISTER_PAGE, "centre", f.base.centre, "area", -1, NULL));
  cvn_register_fixture_show (&f.base, GTK_WIDGET (f.page), 970, 700);
  cvn_page_activate (f.page);
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_test_message ("%s", refusals[i].kind);
      f.refusal = &refusals[i];
      refuse_and_mend (&f);
    }
  cvn_register_fixture_close (&f.base);
}

/* Costs are typed in the forms of four kinds; the row that takes them, and what else has to be there. */
typedef struct
{
  const char *kind;
  const char *row;
  const char *values[8];
  const char *over; /* at 1,000.01 euros */
} Cost;

static const Cost costs[] = {
  { "budget_entry", "Amount (required)", { "budget_line", "line-K91", "description", "Stoelen" }, "This is €0.01 more than “K91” has room for: amend the budget first, or lower the amount." },
  { "event", "Cost", { "title_nl", "Borrel", "starts", "2031-05-01T18:00", "status", "planned" }, "This is €0.01 more than “K90” has room for. It can be entered all the same." },
  { "event_cost", "Actual", { "event", "borrel", "text", "Zaal", "kind", "cost" }, "This is €0.01 more than “K90” has room for. It can be entered all the same." },
  { "booking", "Cost of the provider", { "date", "2031-03-01", "status", "requested" }, "Once this is confirmed, it is €0.01 more than “K92” has room for." },
};

static const char *const cost_lines[][3] = {
  { "K90", "events", "warn" },
  { "K91", NULL, "stop" },
  { "K92", "bookings", "stop" },
};

static void
store_record (Fixture   *f,
              CvnRecord *record)
{
  g_autoptr (CvnChangeSet) changes = cvn_change_set_new (CVN_ACTION_ADD, cvn_record_get_kind (record), NULL);
  g_autoptr (GError) error = NULL;

  cvn_change_set_add (changes, record);
  cvn_store_apply (cvn_centre_get_store (f->base.centre), changes, &error);
  g_assert_no_error (error);
}

/* Lines of 2031 with a budget of 1,000 euros each, and an event of that year. */
static void
add_lines (Fixture *f)
{
  g_autoptr (CvnRecord) event = cvn_record_new (cvn_kind_find ("event"));

  for (guint i = 0; i < G_N_ELEMENTS (cost_lines); i++)
    {
      g_autoptr (CvnRecord) line = cvn_record_new (cvn_kind_find ("budget_line"));
      g_autofree char *id = g_strconcat ("line-", cost_lines[i][0], NULL);

      cvn_record_set_id (line, id);
      cvn_record_set_integer (line, "year", 2031);
      cvn_record_set_text (line, "line", cost_lines[i][0]);
      cvn_record_set_text (line, "kind", "cost");
      cvn_record_set_text (line, "description_nl", cost_lines[i][0]);
      cvn_record_set_text (line, "ledger", cost_lines[i][1]);
      cvn_record_set_text (line, "over_budget", cost_lines[i][2]);
      cvn_record_set_integer (line, "budget", 100000);
      store_record (f, line);
    }
  cvn_record_set_id (event, "borrel");
  cvn_record_set_text (event, "title_nl", "Borrel");
  cvn_record_set_text (event, "starts", "2031-06-01T18:00");
  cvn_record_set_text (event, "status", "planned");
  store_record (f, event);
}

typedef struct
{
  CvnCostNotice *notice;
  const char    *text;
} Said;

static gboolean
is_said (gpointer data)
{
  Said *said = data;

  return g_str_equal (cvn_cost_notice_get_text (said->notice), said->text) &&
         gtk_widget_get_visible (GTK_WIDGET (said->notice)) == (*said->text != '\0');
}

static gboolean
is_in_sight (gpointer data)
{
  GtkWidget      *notice = data;
  GtkWidget      *scrolled = gtk_widget_get_ancestor (notice, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (notice, scrolled, &bounds) && bounds.size.height > 0 && bounds.origin.y >= 0 &&
         bounds.origin.y + bounds.size.height <= (float) gtk_widget_get_height (scrolled) + 1;
}

/* As if it was the last one that somebody had scrolled to. */
static void
put_at_edge (GtkWidget *row)
{
  GtkWidget      *scrolled = gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment  *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (row, scrolled, &bounds));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + bounds.origin.y + bounds.size.height - gtk_widget_get_height (scrolled));
}

static void
type_cost (Fixture    *f,
           const Cost *cost)
{
  const CvnKind   *kind = cvn_kind_find (cost->kind);
  g_autofree char *picture = g_strdup_printf ("cost-%s", cost->kind);
  g_autoptr (CvnRecord) values = cvn_record_new (kind);
  GtkWidget *row;
  Said       said = { NULL, cost->over };

  for (guint i = 0; i < G_N_ELEMENTS (cost->values) && cost->values[i] != NULL; i += 2)
    cvn_record_set_text (values, cost->values[i], cost->values[i + 1]);
  g_assert_true (cvn_page_add_record (f->page, values, NULL));
  cvn_ui_settle (f->base.window);
  row = find_row (f, cost->row);
  said.notice = CVN_COST_NOTICE (find_type (GTK_WIDGET (get_form (f)), CVN_TYPE_COST_NOTICE));
  gtk_widget_grab_focus (row);
  cvn_ui_settle (f->base.window);
  put_at_edge (row);
  cvn_ui_settle (f->base.window);
  gtk_editable_set_text (GTK_EDITABLE (row), "1000.01");
  cvn_ui_assert_eventually (is_said, &said);
  cvn_ui_settle (f->base.window);
  cvn_ui_assert_eventually (is_in_sight, said.notice);
  g_assert_true (cvn_draft_is_new (cvn_record_form_get_draft (get_form (f))));
  cvn_register_fixture_picture (&f->base, picture);
  gtk_editable_set_text (GTK_EDITABLE (row), "1000");
  said.text = "";
  cvn_ui_assert_eventually (is_said, &said);
  gtk_editable_set_text (GTK_EDITABLE (row), ""); /* leaving the form keeps what is in it */
  cvn_page_go_back (f->page);
}

/* Wherever a cost is typed: while it is typed, its line says when it has no room for it. */
static void
test_costs (void)
{
  Fixture f = { { NULL } };

  cvn_register_fixture_open (&f.base);
  add_lines (&f);
  f.page = CVN_PAGE (g_object_new (CVN_TYPE_REGISTER_PAGE, "centre", f.base.centre, "area", -1, NULL));
  cvn_register_fixture_show (&f.base, GTK_WIDGET (f.page), 970, 700);
  cvn_page_activate (f.page);
  for (guint i = 0; i < G_N_ELEMENTS (costs); i++)
    {
      g_test_message ("%s", costs[i].kind);
      type_cost (&f, &costs[i]);
    }
  cvn_register_fixture_close (&f.base);
}

static gboolean
has_form_of_role (gpointer data)
{
  CvnRecordForm *form = get_form (data);

  return form != NULL && cvn_record_form_get_draft (form) != NULL && cvn_ui_find_text (GTK_WIDGET (form), GTK_TYPE_LABEL, "Filled by (English)") != NULL;
}

static void
failed_cb (char      **said,
           const char *message)
{
  g_free (*said);
  *said = g_strdup (message);
}

static gboolean
was_said (gpointer said)
{
  return *(char **) said != NULL;
}

static char *
add_signed_role (Fixture *f)
{
  g_autoptr (CvnOperation) card = cvn_new_card_new (NULL, "2031-H1", "2020-12-31");
  g_autoptr (CvnOperation) sign = cvn_sign_off_new (cvn_operation_get_id (card), "Stuurgroep", "2020-12-31");
  g_autoptr (CvnRecord) role = cvn_record_new (cvn_kind_find ("card_role"));
  g_autoptr (CvnRecord) section = cvn_record_new (cvn_kind_find ("card_section"));
  g_autoptr (GError) error = NULL;

  cvn_operation_run (card, cvn_centre_get_store (f->base.centre), &error);
  g_assert_no_error (error);
  cvn_record_set_id (role, "role-signed");
  cvn_record_set_text (role, "card", cvn_operation_get_id (card));
  cvn_record_set_integer (role, "position", 90);
  cvn_record_set_text (role, "role_en", "chair");
  cvn_record_set_text (role, "party_en", "the board");
  store_record (f, role);
  cvn_record_set_text (section, "card", cvn_operation_get_id (card));
  cvn_record_set_integer (section, "position", 90);
  cvn_record_set_text (section, "title_en", "Heading");
  cvn_record_set_text (section, "text_en", "Words");
  store_record (f, section);
  cvn_operation_run (sign, cvn_centre_get_store (f->base.centre), &error);
  g_assert_no_error (error);
  return g_strdup (cvn_operation_get_id (card));
}

/* A part of a card that is signed off is refused with a sentence that says what to do; what was typed stays in the form. */
static void
test_signed_card (void)
{
  Fixture          f = { { NULL } };
  g_autofree char *said = NULL;
  GtkWidget       *row;

  cvn_register_fixture_open (&f.base);
  f.page = CVN_PAGE (g_object_new (CVN_TYPE_REGISTER_PAGE, "centre", f.base.centre, "area", -1, NULL));
  cvn_register_fixture_show (&f.base, GTK_WIDGET (f.page), 970, 700);
  cvn_page_activate (f.page);
  g_free (add_signed_role (&f));
  g_assert_true (cvn_page_open_record (f.page, "card_role", "role-signed"));
  cvn_ui_assert_eventually (has_form_of_role, &f);
  g_signal_connect_swapped (cvn_record_form_get_draft (get_form (&f)), "failed", G_CALLBACK (failed_cb), &said);
  row = find_row (&f, "Filled by (English)");
  gtk_widget_grab_focus (row);
  gtk_editable_set_text (GTK_EDITABLE (row), "somebody else");
  cvn_ui_key ("Return");
  cvn_ui_assert_eventually (was_said, &said);
  g_test_message ("%s", said);
  g_assert_nonnull (strstr (said, "make a new edition"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "somebody else");
  cvn_register_fixture_close (&f.base);
}

int
main (int   argc,
      char *argv[])
{
  cvn_ui_init (&argc, &argv);
  g_test_add_func ("/ui/form-refusals/refused", test_refused);
  g_test_add_func ("/ui/form-refusals/costs", test_costs);
  g_test_add_func ("/ui/form-refusals/signed-card", test_signed_card);
  return cvn_watchdog_run_tests ();
}
