/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-card-page"

#include "cvn-card-editor.h"
#include "cvn-card-page.h"
#include "cvn-card-part-dialog.h"
#include "cvn-card-part-list.h"
#include "cvn-direction-operations.h"
#include "cvn-store.h"
#include "register-support.h"
#include "watchdog.h"

#include <string.h>

/* The project card of the sample centre, in a window: written, filled from the data, made and signed off. */

typedef struct
{
  CvnRegisterFixture sample;
  CvnCardPage       *page;
} Fixture;

static gboolean
is_ready (gpointer page)
{
  return cvn_page_is_ready (page);
}

static CvnCardEditor *
get_editor (Fixture *f)
{
  return CVN_CARD_EDITOR (cvn_card_page_get_editor (f->page));
}

static gboolean
has_pages (gpointer editor)
{
  return cvn_card_editor_get_n_pages (editor) > 0;
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  cvn_register_fixture_open (&f->sample);
  f->page = g_object_new (CVN_TYPE_CARD_PAGE, "centre", f->sample.centre, "area", CVN_AREA_CARD, NULL);
  cvn_register_fixture_show (&f->sample, GTK_WIDGET (f->page), 1000, 720);
  cvn_page_activate (CVN_PAGE (f->page));
  cvn_ui_assert_eventually (is_ready, f->page);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  gpointer weak = f->page;

  g_object_add_weak_pointer (G_OBJECT (f->page), &weak);
  cvn_register_fixture_close (&f->sample);
  g_assert_null (weak);
}

/* The sample's fixture has no card file: one is made as a person would. */
static void
make_card (Fixture    *f,
           const char *half_year)
{
  g_autoptr (CvnOperation) operation = cvn_new_card_new (NULL, half_year, "2020-12-31");
  g_autoptr (GError) error = NULL;

  cvn_operation_run (operation, cvn_centre_get_store (f->sample.centre), &error);
  g_assert_no_error (error);
  cvn_card_book_select (cvn_card_page_get_book (f->page), cvn_operation_get_id (operation));
}

static gboolean
has_sections (gpointer data)
{
  const CvnCardSheet *sheet = cvn_card_book_get_sheet (cvn_card_page_get_book (((Fixture *) data)->page));

  return sheet != NULL && g_strcmp0 (cvn_record_get_text (sheet->card, "half_year"), "2019-H2") == 0 &&
         cvn_card_editor_find_section (get_editor (data), "look_back") != NULL;
}

static char *
dup_text (Fixture    *f,
          const char *question)
{
  const CvnCardSheet *sheet = cvn_card_book_get_sheet (cvn_card_page_get_book (f->page));

  for (guint i = 0; sheet != NULL && i < sheet->sections->len; i++)
    if (g_strcmp0 (cvn_record_get_text (sheet->sections->pdata[i], "question"), question) == 0)
      return g_strdup (cvn_card_sheet_pick (sheet->sections->pdata[i], "text", CVN_LANGUAGE_EN, NULL));
  return NULL;
}

static gboolean
has_stored (gpointer data)
{
  g_autofree char *text = dup_text (data, "look_back");

  return text != NULL;
}

static const CvnCardOffer *
find_offer (Fixture    *f,
            const char *question)
{
  GPtrArray *offers = cvn_card_book_get_offers (cvn_card_page_get_book (f->page));

  for (guint i = 0; i < offers->len; i++)
    if (g_strcmp0 (((CvnCardOffer *) offers->pdata[i])->question, question) == 0)
      return offers->pdata[i];
  return NULL;
}

static void
test_inserts_and_saves (Fixture      *f,
                        gconstpointer data)
{
  g_autofree char *text = NULL;

  make_card (f, "2019-H2");
  cvn_ui_assert_eventually (has_sections, f);
  g_assert_nonnull (find_offer (f, "look_back"));
  cvn_card_section_insert (cvn_card_editor_find_section (get_editor (f), "look_back"), find_offer (f, "look_back"));
  cvn_card_editor_save (get_editor (f));
  cvn_ui_assert_eventually (has_stored, f);
  text = dup_text (f, "look_back");
  g_test_message ("%s", text);
  g_assert_nonnull (strstr (text, "Events held: "));
  cvn_ui_assert_eventually (has_pages, get_editor (f));
  g_assert_cmpuint (cvn_card_editor_get_n_pages (get_editor (f)), <=, 2);
}

static GtkWidget *
find_offer_button (Fixture *f)
{
  const CvnCardOffer *offer = find_offer (f, "look_back");

  return cvn_ui_find_text (GTK_WIDGET (cvn_card_editor_find_section (get_editor (f), "look_back")), GTK_TYPE_BUTTON, offer->title_en);
}

static gboolean
has_offer_button (gpointer data)
{
  GtkWidget *offer = find_offer_button (data);

  return offer != NULL && gtk_widget_get_mapped (offer);
}

/* What is offered is listed once the list is opened, and one of it goes into the text. */
static void
test_lists_offers (Fixture      *f,
                   gconstpointer data)
{
  GtkWidget *button;

  make_card (f, "2019-H2");
  cvn_ui_assert_eventually (has_sections, f);
  g_assert_null (find_offer_button (f));
  button = cvn_ui_find_text (GTK_WIDGET (cvn_card_editor_find_section (get_editor (f), "look_back")), GTK_TYPE_MENU_BUTTON, "Insert");
  g_assert_nonnull (button);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  cvn_ui_assert_eventually (has_offer_button, f);
  g_signal_emit_by_name (find_offer_button (f), "clicked");
  cvn_card_editor_save (get_editor (f));
  cvn_ui_assert_eventually (has_stored, f);
}

static gboolean
has_quote (gpointer data)
{
  const CvnCardSheet *sheet = cvn_card_book_get_sheet (cvn_card_page_get_book (((Fixture *) data)->page));

  return sheet != NULL && sheet->quotes->len == 1 && cvn_ui_find_text (GTK_WIDGET (get_editor (data)), GTK_TYPE_LABEL, "resident") != NULL;
}

static gboolean
has_no_risks (gpointer data)
{
  const CvnCardSheet *sheet = cvn_card_book_get_sheet (cvn_card_page_get_book (((Fixture *) data)->page));

  return sheet != NULL && cvn_record_get_integer (sheet->card, "no_risks") == 1;
}

static gboolean
has_no_quote (gpointer data)
{
  return cvn_card_book_get_sheet (cvn_card_page_get_book (((Fixture *) data)->page))->quotes->len == 0;
}

/* A dialog opens as high as its rows: none has to be scrolled to. */
static void
assert_all_in_sight (CvnOperationDialog *dialog,
                     const char         *field)
{
  GtkWidget     *scrolled = gtk_widget_get_ancestor (cvn_operation_dialog_get_row (dialog, field), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));

  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), <=, gtk_adjustment_get_page_size (adjustment));
}

/* What a card has besides its text is put on it and taken off it on the page itself. */
static void
test_parts (Fixture      *f,
            gconstpointer data)
{
  CvnCardPartDialog *dialog;
  GtkWidget         *check;

  make_card (f, "2019-H2");
  cvn_ui_assert_eventually (has_sections, f);
  dialog = cvn_card_part_dialog_new (GTK_WIDGET (get_editor (f)), cvn_card_page_get_book (f->page), "card_quote", NULL);
  gtk_window_present (GTK_WINDOW (dialog));
  cvn_ui_settle (GTK_WIDGET (dialog));
  assert_all_in_sight (CVN_OPERATION_DIALOG (dialog), "text_en");
  gtk_editable_set_text (GTK_EDITABLE (cvn_operation_dialog_get_row (CVN_OPERATION_DIALOG (dialog), "role_en")), "resident");
  gtk_editable_set_text (GTK_EDITABLE (cvn_operation_dialog_get_row (CVN_OPERATION_DIALOG (dialog), "text_en")), "I feel at home.");
  cvn_ui_settle (GTK_WIDGET (dialog));
  gtk_widget_activate_default (GTK_WIDGET (dialog));
  cvn_ui_assert_eventually (has_quote, f);
  cvn_ui_settle (GTK_WIDGET (get_editor (f)));
  check = cvn_ui_find_text (GTK_WIDGET (get_editor (f)), GTK_TYPE_CHECK_BUTTON, "No risks: looked for, and none found");
  g_assert_nonnull (check);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  cvn_ui_assert_eventually (has_no_risks, f);
  cvn_card_remove_part (GTK_WIDGET (get_editor (f)), cvn_card_page_get_book (f->page), cvn_card_book_get_sheet (cvn_card_page_get_book (f->page))->quotes->pdata[0], "resident");
  cvn_ui_assert_eventually (has_no_quote, f);
}

static guint n_painted;

static gboolean
was_painted_again (gpointer editor)
{
  return cvn_card_editor_get_n_painted (editor) > n_painted;
}

/* However much is typed in one go, the pages are painted once, after it; and on a thread of their own. */
static void
test_paints_after_typing (Fixture      *f,
                          gconstpointer data)
{
  CvnCardSection *section;

  make_card (f, "2019-H2");
  cvn_ui_assert_eventually (has_sections, f);
  cvn_ui_assert_eventually (has_pages, get_editor (f));
  cvn_ui_settle (GTK_WIDGET (get_editor (f)));
  n_painted = cvn_card_editor_get_n_painted (get_editor (f));
  section = cvn_card_editor_find_section (get_editor (f), "impact");
  for (guint i = 0; i < 200; i++)
    cvn_card_section_type (section, "a");
  g_assert_cmpuint (cvn_card_editor_get_n_painted (get_editor (f)), ==, n_painted);
  cvn_ui_assert_eventually (was_painted_again, get_editor (f));
  g_assert_cmpuint (cvn_card_editor_get_n_painted (get_editor (f)), ==, n_painted + 1);
}

static gboolean
is_frozen (gpointer data)
{
  return cvn_card_book_is_frozen (cvn_card_page_get_book (((Fixture *) data)->page));
}

static gboolean
is_not_frozen (gpointer data)
{
  return !is_frozen (data);
}

static void
test_signed_off_card_is_only_read (Fixture      *f,
                                   gconstpointer data)
{
  g_autoptr (CvnOperation) operation = NULL;
  g_autoptr (GError) error = NULL;
  const CvnCardSheet *sheet;

  make_card (f, "2019-H2");
  cvn_ui_assert_eventually (has_sections, f);
  cvn_card_section_insert (cvn_card_editor_find_section (get_editor (f), "look_back"), find_offer (f, "look_back"));
  cvn_card_editor_save (get_editor (f));
  cvn_ui_assert_eventually (has_stored, f);
  sheet = cvn_card_book_get_sheet (cvn_card_page_get_book (f->page));
  operation = cvn_sign_off_new (cvn_record_get_id (sheet->card), "Stuurgroep", "2020-12-31");
  cvn_operation_run (operation, cvn_centre_get_store (f->sample.centre), &error);
  g_assert_no_error (error);
  cvn_ui_assert_eventually (is_frozen, f);
  /* The way on is a new edition, which can be written again. */
  gtk_widget_activate_action (GTK_WIDGET (get_editor (f)), "card.edition", NULL);
  cvn_ui_assert_eventually (is_not_frozen, f);
}

static gboolean
has_typed (gpointer data)
{
  Fixture        *f = data;
  CvnCardSection *section = cvn_card_editor_find_section (get_editor (f), "impact");
  g_autoptr (CvnRecord) record = section != NULL && is_not_frozen (f) ? cvn_card_section_dup_record (section) : NULL;
  g_autofree char *stored = NULL;

  if (record == NULL || g_strcmp0 (cvn_record_get_text (record, "text_en"), "Typed too late") != 0 || cvn_card_section_is_dirty (section))
    return FALSE;
  stored = dup_text (f, "impact");
  return g_strcmp0 (stored, "Typed too late") == 0;
}

/* Signed off by somebody else while words are being typed: they stay where they stand, and go to the new edition. */
static void
test_nothing_typed_is_lost (Fixture      *f,
                            gconstpointer data)
{
  g_autoptr (CvnOperation) operation = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnRecord) record = NULL;
  CvnCardSection *section;
  GtkWidget      *offer;
  char           *card;

  make_card (f, "2019-H2");
  cvn_ui_assert_eventually (has_sections, f);
  cvn_card_section_insert (cvn_card_editor_find_section (get_editor (f), "look_back"), find_offer (f, "look_back"));
  cvn_card_editor_save (get_editor (f));
  cvn_ui_assert_eventually (has_stored, f);
  card = g_strdup (cvn_record_get_id (cvn_card_book_get_sheet (cvn_card_page_get_book (f->page))->card));
  operation = cvn_sign_off_new (card, "Stuurgroep", "2020-12-31");
  cvn_operation_run (operation, cvn_centre_get_store (f->sample.centre), &error);
  g_assert_no_error (error);
  section = cvn_card_editor_find_section (get_editor (f), "impact");
  cvn_card_section_type (section, "Typed too late");
  cvn_ui_assert_eventually (is_frozen, f);
  cvn_card_editor_save (get_editor (f));
  cvn_ui_settle (GTK_WIDGET (get_editor (f)));
  record = cvn_card_section_dup_record (section);
  g_assert_cmpstr (cvn_record_get_text (record, "text_en"), ==, "Typed too late");
  offer = cvn_ui_find_text (GTK_WIDGET (get_editor (f)), GTK_TYPE_BUTTON, "New Edition");
  g_assert_true (gtk_widget_get_mapped (offer) && gtk_widget_is_sensitive (offer));
  g_signal_emit_by_name (offer, "clicked");
  cvn_ui_assert_eventually (has_typed, f);
  g_assert_cmpstr (card, !=, cvn_record_get_id (cvn_card_book_get_sheet (cvn_card_page_get_book (f->page))->card));
  g_free (card);
}

static guint
count_live (GtkWidget *widget)
{
  guint n = GTK_IS_TEXT_VIEW (widget) && gtk_text_view_get_editable (GTK_TEXT_VIEW (widget));

  if ((GTK_IS_CHECK_BUTTON (widget) || ADW_IS_ENTRY_ROW (widget)) && gtk_widget_is_sensitive (widget) && gtk_widget_get_mapped (widget))
    n++;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_live (child);
  return n;
}

static gboolean
is_only_read (gpointer data)
{
  return count_live (GTK_WIDGET (get_editor (data))) == 0;
}

/* Who is of the board reads: no text takes keys, no button changes anything. */
static void
test_board_reads (Fixture      *f,
                  gconstpointer data)
{
  static const char *const labels[] = { "Add Section…", "Add Quote…", "Add Role…", "Insert" };
  gboolean                 can_add = TRUE;

  make_card (f, "2019-H2");
  cvn_ui_assert_eventually (has_sections, f);
  g_assert_cmpuint (count_live (GTK_WIDGET (get_editor (f))), >, 5);
  cvn_centre_set_looking (f->sample.centre, TRUE);
  cvn_ui_assert_eventually (is_only_read, f);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      GtkWidget *button = cvn_ui_find_text (GTK_WIDGET (get_editor (f)), GTK_TYPE_LABEL, labels[i]);

      g_test_message ("%s", labels[i]);
      g_assert_true (button == NULL || !gtk_widget_get_mapped (button));
    }
  g_object_get (f->page, "can-add", &can_add, NULL);
  g_assert_false (can_add);
}

int
main (int    argc,
      char **argv)
{
  cvn_ui_init (&argc, &argv);
  g_test_add ("/ui/card-page/inserts-and-saves", Fixture, NULL, set_up, test_inserts_and_saves, tear_down);
  g_test_add ("/ui/card-page/lists-offers-when-opened", Fixture, NULL, set_up, test_lists_offers, tear_down);
  g_test_add ("/ui/card-page/parts-are-written-on-the-page", Fixture, NULL, set_up, test_parts, tear_down);
  g_test_add ("/ui/card-page/paints-after-typing", Fixture, NULL, set_up, test_paints_after_typing, tear_down);
  g_test_add ("/ui/card-page/nothing-typed-is-lost", Fixture, NULL, set_up, test_nothing_typed_is_lost, tear_down);
  g_test_add ("/ui/card-page/the-board-reads", Fixture, NULL, set_up, test_board_reads, tear_down);
  g_test_add ("/ui/card-page/signed-off-card-is-only-read", Fixture, NULL, set_up, test_signed_off_card_is_only_read, tear_down);
  return cvn_watchdog_run_tests ();
}
