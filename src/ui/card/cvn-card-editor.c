/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-card-editor"

#include "cvn-card-editor.h"

#include "cvn-card-chooser.h"
#include "cvn-card-dialogs.h"
#include "cvn-card-part-dialog.h"
#include "cvn-card-part-list.h"
#include "cvn-card-preview.h"
#include "cvn-direction-operations.h"
#include "cvn-row-feed.h"
#include "cvn-tall.h"
#include "cvn-tooltip.h"
#include "cvn-window.h"

#include <glib/gi18n-lib.h>

/* After the last key, so long does the preview wait. */
#define PREVIEW_AFTER_MS 200

/* What fits on a screen; the others are laid out in the frames after. */
#define FIRST_SECTIONS 3

struct _CvnCardEditor
{
  AdwBin parent_instance;

  CvnCardBook *book;
  gboolean     filling;
  guint        preview_id;
  guint        flip_id;

  GtkStack    *stack;
  GtkDropDown *chooser;
  GtkDropDown *language;
  AdwLeaflet  *leaflet;
  GtkWidget   *flip; /* to the preview and back, where there is no room for both */
  GtkWidget   *notice;
  GtkLabel    *notice_text;
  GtkWidget   *sections;
  CvnRowFeed  *feed; /* of the sections */
  GtkWidget   *add_section;
  GtkWidget   *quotes;
  GtkWidget   *preview;
};

G_DEFINE_FINAL_TYPE (CvnCardEditor, cvn_card_editor, ADW_TYPE_BIN)

static CvnLanguage
get_language (CvnCardEditor *self)
{
  return gtk_drop_down_get_selected (self->language) == 0 ? CVN_LANGUAGE_NL : CVN_LANGUAGE_EN;
}

static gboolean
can_edit (CvnCardEditor *self)
{
  return !cvn_card_book_is_frozen (self->book) && cvn_operation_dialog_is_allowed (cvn_card_book_get_centre (self->book));
}

static CvnCardSection *
get_section (GtkWidget *child)
{
  return CVN_CARD_SECTION (child);
}

static void
show_preview (CvnCardEditor *self)
{
  const CvnCardSheet *sheet = cvn_card_book_get_sheet (self->book);
  g_autoptr (CvnCardSheet) edited = NULL;

  if (sheet == NULL)
    return;
  edited = cvn_card_sheet_copy (sheet);
  for (GtkWidget *child = gtk_widget_get_first_child (self->sections); child != NULL; child = gtk_widget_get_next_sibling (child))
    for (guint i = 0; i < edited->sections->len; i++)
      if (g_strcmp0 (cvn_record_get_id (edited->sections->pdata[i]), cvn_card_section_get_id (get_section (child))) == 0)
        {
          g_object_unref (edited->sections->pdata[i]);
          edited->sections->pdata[i] = cvn_card_section_dup_record (get_section (child));
        }
  cvn_card_preview_show (CVN_CARD_PREVIEW (self->preview), edited, get_language (self));
}

static gboolean
preview_cb (gpointer data)
{
  CvnCardEditor *self = data;

  self->preview_id = 0;
  show_preview (self);
  return G_SOURCE_REMOVE;
}

static void
edited_cb (CvnCardEditor *self)
{
  g_clear_handle_id (&self->preview_id, g_source_remove);
  self->preview_id = g_timeout_add (PREVIEW_AFTER_MS, preview_cb, self);
}

static void
fill_chooser (CvnCardEditor *self)
{
  guint place = 0;
  g_autoptr (GtkStringList) labels = cvn_card_chooser_list (self->book, &place);

  self->filling = TRUE;
  gtk_drop_down_set_model (self->chooser, G_LIST_MODEL (labels));
  if (g_list_model_get_n_items (G_LIST_MODEL (labels)) > 0)
    gtk_drop_down_set_selected (self->chooser, place);
  self->filling = FALSE;
}

static void
fill_notice (CvnCardEditor *self)
{
  const CvnCardSheet *sheet = cvn_card_book_get_sheet (self->book);
  g_autofree char    *text = NULL;
  g_autofree char    *day = NULL;
  CvnDate             date = { 0 };

  gtk_widget_set_visible (self->notice, cvn_card_book_is_frozen (self->book));
  if (!cvn_card_book_is_frozen (self->book))
    return;
  cvn_date_parse_iso (cvn_record_get_text (sheet->card, "signed_on"), &date, NULL);
  day = cvn_date_format (&date, cvn_interface_language ());
  text = g_strdup_printf (_("Signed off on %1$s by %2$s. It no longer changes; a correction is a new edition."), day, cvn_record_get_text (sheet->card, "signed_by"));
  gtk_label_set_label (self->notice_text, text);
}

static void
make_sections (CvnCardEditor      *self,
               const CvnCardSheet *sheet)
{
  GtkWidget *child;

  cvn_row_feed_begin (self->feed);
  while ((child = gtk_widget_get_first_child (self->sections)) != NULL)
    gtk_box_remove (GTK_BOX (self->sections), child);
  for (guint i = 0; i < sheet->sections->len; i++)
    {
      child = cvn_card_section_new (self->book, sheet->sections->pdata[i], get_language (self));
      g_signal_connect_object (child, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->sections), child);
      cvn_row_feed_add (self->feed, child);
    }
}

static gboolean
has_other_sections (CvnCardEditor      *self,
                    const CvnCardSheet *sheet)
{
  GtkWidget *child = gtk_widget_get_first_child (self->sections);

  for (guint i = 0; i < sheet->sections->len; i++, child = gtk_widget_get_next_sibling (child))
    if (child == NULL || g_strcmp0 (cvn_card_section_get_id (get_section (child)), cvn_record_get_id (sheet->sections->pdata[i])) != 0)
      return TRUE;
  return child != NULL;
}

static void
update_sections (CvnCardEditor *self)
{
  const CvnCardSheet *sheet = cvn_card_book_get_sheet (self->book);
  GtkWidget          *child;

  if (sheet == NULL)
    return;
  if (has_other_sections (self, sheet))
    make_sections (self, sheet);
  child = gtk_widget_get_first_child (self->sections);
  for (guint i = 0; child != NULL; i++, child = gtk_widget_get_next_sibling (child))
    cvn_card_section_update (get_section (child), sheet->sections->pdata[i], get_language (self), can_edit (self));
  gtk_widget_set_visible (self->add_section, can_edit (self));
  cvn_card_part_list_update (CVN_CARD_PART_LIST (self->quotes), get_language (self), can_edit (self));
}

static void
update_actions (CvnCardEditor *self)
{
  gboolean has_card = cvn_card_book_get_sheet (self->book) != NULL;
  gboolean allowed = cvn_operation_dialog_is_allowed (cvn_card_book_get_centre (self->book));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "card.new", allowed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "card.edition", has_card && allowed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "card.carry-over", has_card && can_edit (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "card.sign-off", has_card && can_edit (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "card.print", has_card);
}

static void
changed_cb (CvnCardEditor *self)
{
  if (!cvn_card_book_is_loaded (self->book))
    return;
  gtk_stack_set_visible_child_name (self->stack, cvn_card_book_get_sheet (self->book) != NULL ? "card" : "empty");
  fill_chooser (self);
  fill_notice (self);
  update_sections (self);
  update_actions (self);
  show_preview (self);
}

static void
chosen_cb (CvnCardEditor *self)
{
  guint      place = gtk_drop_down_get_selected (self->chooser);
  GPtrArray *cards = cvn_card_book_get_cards (self->book);

  if (self->filling || cards == NULL || place >= cards->len)
    return;
  cvn_card_editor_save (self);
  cvn_card_book_select (self->book, cvn_record_get_id (cards->pdata[place]));
}

static void
language_cb (CvnCardEditor *self)
{
  update_sections (self);
  show_preview (self);
}

static void
made_cb (CvnCardEditor *self,
         const char    *id)
{
  cvn_card_book_select (self->book, id);
}

static void
new_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  CvnCardEditor *self = CVN_CARD_EDITOR (widget);
  CvnCardDialog *dialog = cvn_card_dialog_new_card (widget, self->book);

  cvn_card_editor_save (self);
  g_signal_connect_object (dialog, "done", G_CALLBACK (made_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
sign_off_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  CvnCardEditor *self = CVN_CARD_EDITOR (widget);

  cvn_card_editor_save (self);
  gtk_window_present (GTK_WINDOW (cvn_card_dialog_sign_off (widget, self->book)));
}

static void
ran_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      data)
{
  g_autoptr (CvnCardEditor) self = data;
  g_autoptr (GError) error = NULL;
  gint64 no = cvn_centre_finish (CVN_CENTRE (source), result, &error);

  if (self->stack == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  cvn_window_show_toast (GTK_WIDGET (self), error != NULL ? error->message : no > 0 ? _("Done")
                                                                                    : _("There is nothing new to take over"),
                         no > 0);
}

static void
run (CvnCardEditor *self,
     CvnOperation  *operation)
{
  const CvnCardSheet *sheet = cvn_card_book_get_sheet (self->book);

  cvn_operation_set_subject (operation, cvn_record_get_text (sheet->card, "half_year"));
  cvn_operation_run_async (operation, cvn_card_book_get_centre (self->book), NULL, ran_cb, g_object_ref (self));
}

/* (transfer full): the sections with words that a card which is signed off does not take any more. */
static GPtrArray *
list_typed (CvnCardEditor *self)
{
  GPtrArray *typed = g_ptr_array_new_with_free_func (g_object_unref);

  for (GtkWidget *child = gtk_widget_get_first_child (self->sections); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (cvn_card_section_is_dirty (get_section (child)))
      g_ptr_array_add (typed, cvn_card_section_dup_record (get_section (child)));
  return typed;
}

static void
edition_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  CvnCardEditor      *self = CVN_CARD_EDITOR (widget);
  const CvnCardSheet *sheet = cvn_card_book_get_sheet (self->book);
  g_autoptr (GPtrArray) typed = list_typed (self);
  g_autoptr (CvnOperation) operation = cvn_new_edition_new (cvn_record_get_id (sheet->card), typed, cvn_centre_get_today (cvn_card_book_get_centre (self->book)));

  if (!cvn_card_book_is_frozen (self->book))
    cvn_card_editor_save (self);
  run (self, operation);
  cvn_card_book_select (self->book, cvn_operation_get_id (operation));
}

static void
carry_over_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  CvnCardEditor      *self = CVN_CARD_EDITOR (widget);
  const CvnCardSheet *sheet = cvn_card_book_get_sheet (self->book);
  g_autoptr (CvnOperation) operation = cvn_carry_over_new (cvn_record_get_id (sheet->card), cvn_centre_get_today (cvn_card_book_get_centre (self->book)));

  run (self, operation);
}

static void
print_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  CvnCardEditor      *self = CVN_CARD_EDITOR (widget);
  const CvnCardSheet *sheet = cvn_card_book_get_sheet (self->book);

  cvn_card_editor_save (self);
  gtk_widget_activate_action (widget, "win.open-report", "(ss)", "project-card", cvn_record_get_id (sheet->card));
}

static gboolean
update_flip_cb (gpointer data)
{
  CvnCardEditor *self = data;
  gboolean       on_preview = adw_leaflet_get_visible_child (self->leaflet) == self->preview;

  self->flip_id = 0;
  gtk_widget_set_visible (self->flip, adw_leaflet_get_folded (self->leaflet));
  gtk_button_set_icon_name (GTK_BUTTON (self->flip), on_preview ? "document-edit-symbolic" : "view-paged-symbolic");
  cvn_tooltip_set (self->flip, on_preview ? _("Write") : _("Preview"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->flip), GTK_ACCESSIBLE_PROPERTY_LABEL, on_preview ? _("Write") : _("Preview"), -1);
  return G_SOURCE_REMOVE;
}

/* Where only one of the two is seen, a button leads to the other. It folds while it is given its place: not the time to change anything. */
static void
folded_cb (CvnCardEditor *self)
{
  if (self->flip_id == 0)
    self->flip_id = g_idle_add (update_flip_cb, self);
}

static void
flip_cb (CvnCardEditor *self)
{
  gboolean on_preview = adw_leaflet_get_visible_child (self->leaflet) == self->preview;

  adw_leaflet_navigate (self->leaflet, on_preview ? ADW_NAVIGATION_DIRECTION_BACK : ADW_NAVIGATION_DIRECTION_FORWARD);
}

static void
cvn_card_editor_dispose (GObject *object)
{
  CvnCardEditor *self = CVN_CARD_EDITOR (object);

  g_clear_handle_id (&self->preview_id, g_source_remove);
  g_clear_handle_id (&self->flip_id, g_source_remove);
  self->stack = NULL;
  g_clear_object (&self->feed);
  g_clear_object (&self->book);
  G_OBJECT_CLASS (cvn_card_editor_parent_class)->dispose (object);
}

static void
cvn_card_editor_class_init (CvnCardEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cvn_card_editor_dispose;
  gtk_widget_class_install_action (widget_class, "card.new", NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "card.edition", NULL, edition_cb);
  gtk_widget_class_install_action (widget_class, "card.carry-over", NULL, carry_over_cb);
  gtk_widget_class_install_action (widget_class, "card.sign-off", NULL, sign_off_cb);
  gtk_widget_class_install_action (widget_class, "card.print", NULL, print_cb);
}

static GtkWidget *
make_menu_button (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  g_menu_append (menu, _("New Card…"), "card.new");
  g_menu_append (menu, _("Take Over Open Matters"), "card.carry-over");
  g_menu_append (menu, _("New Edition"), "card.edition");
  g_menu_append (menu, _("Sign Off…"), "card.sign-off");
  g_menu_append (menu, _("Print or Save…"), "card.print");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  cvn_tooltip_set (button, _("What can be done with the card"));
  return button;
}

static GtkWidget *
make_bar (CvnCardEditor *self)
{
  static const char *const languages[] = { N_("Dutch"), N_("English"), NULL };
  const char *const        words[] = { _(languages[0]), _(languages[1]), NULL };
  GtkWidget               *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->chooser = cvn_card_chooser_new ();
  gtk_widget_set_hexpand (GTK_WIDGET (self->chooser), TRUE);
  self->language = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (words));
  gtk_drop_down_set_selected (self->language, cvn_interface_language () == CVN_LANGUAGE_NL ? 0 : 1);
  cvn_tooltip_set (self->language, _("Language to write and print in"));
  self->flip = gtk_button_new ();
  gtk_widget_set_visible (self->flip, FALSE);
  gtk_widget_add_css_class (bar, "cvn-register-bar");
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->chooser));
  gtk_box_append (GTK_BOX (bar), self->flip);
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->language));
  gtk_box_append (GTK_BOX (bar), make_menu_button ());
  g_signal_connect_object (self->chooser, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->language, "notify::selected", G_CALLBACK (language_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->flip, "clicked", G_CALLBACK (flip_cb), self, G_CONNECT_SWAPPED);
  return bar;
}

static GtkWidget *
make_notice (CvnCardEditor *self)
{
  GtkWidget *edition = gtk_button_new_with_label (_("New Edition"));

  self->notice = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->notice_text = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "hexpand", TRUE, NULL));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (edition), "card.edition");
  gtk_widget_set_valign (edition, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->notice, "cvn-card-notice");
  gtk_box_append (GTK_BOX (self->notice), gtk_image_new_from_icon_name ("changes-prevent-symbolic"));
  gtk_box_append (GTK_BOX (self->notice), GTK_WIDGET (self->notice_text));
  gtk_box_append (GTK_BOX (self->notice), edition);
  return self->notice;
}

static void
add_section_cb (CvnCardEditor *self)
{
  cvn_card_editor_save (self);
  if (cvn_card_book_get_sheet (self->book) != NULL)
    gtk_window_present (GTK_WINDOW (cvn_card_part_dialog_new (GTK_WIDGET (self), self->book, "card_section", NULL)));
}

/* Below the sections: one more of them, and the quotes. */
static GtkWidget *
make_writing (CvnCardEditor *self)
{
  GtkWidget *writing = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "label", _("Quotes"), "xalign", 0.0, "css-classes", (const char *[]){ "heading", NULL }, NULL);
  GtkWidget *quotes = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->sections = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  self->feed = cvn_row_feed_new (GTK_WIDGET (self), FIRST_SECTIONS);
  self->add_section = gtk_button_new_with_label (_("Add Section…"));
  self->quotes = cvn_card_part_list_new (self->book, "card_quote");
  gtk_widget_set_halign (self->add_section, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (quotes), heading);
  gtk_box_append (GTK_BOX (quotes), self->quotes);
  gtk_widget_add_css_class (writing, "cvn-card-sections");
  gtk_box_append (GTK_BOX (writing), self->sections);
  gtk_box_append (GTK_BOX (writing), self->add_section);
  gtk_box_append (GTK_BOX (writing), quotes);
  g_signal_connect_object (self->add_section, "clicked", G_CALLBACK (add_section_cb), self, G_CONNECT_SWAPPED);
  return writing;
}

static GtkWidget *
make_leaflet (CvnCardEditor *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->leaflet = ADW_LEAFLET (adw_leaflet_new ());
  self->preview = cvn_card_preview_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), cvn_tall_new (make_writing (self)));
  /* A text is as high as its words, not as it could be at least. */
  gtk_scrollable_set_vscroll_policy (GTK_SCROLLABLE (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scrolled))), GTK_SCROLL_NATURAL);
  gtk_widget_set_hexpand (scrolled, TRUE);
  /* As much as any section needs, so that the two stay as wide as they are when one more is shown. */
  gtk_widget_set_size_request (scrolled, 320, -1);
  gtk_widget_set_hexpand (self->preview, TRUE);
  adw_leaflet_set_fold_threshold_policy (self->leaflet, ADW_FOLD_THRESHOLD_POLICY_NATURAL);
  gtk_widget_set_size_request (self->preview, 300, -1);
  adw_leaflet_append (self->leaflet, scrolled);
  adw_leaflet_append (self->leaflet, self->preview);
  gtk_widget_set_vexpand (GTK_WIDGET (self->leaflet), TRUE);
  g_signal_connect_object (self->leaflet, "notify::folded", G_CALLBACK (folded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->leaflet, "notify::visible-child", G_CALLBACK (folded_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self->leaflet);
}

static GtkWidget *
make_empty (void)
{
  GtkWidget *status = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_New Card"));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), "cvn-card-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (status), _("No Project Card Yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (status), _("A card tells the board every half-year where the centre stands. A new one takes over what is open."));
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "card.new");
  adw_status_page_set_child (ADW_STATUS_PAGE (status), button);
  return status;
}

static void
cvn_card_editor_init (CvnCardEditor *self)
{
}

static void
fill (CvnCardEditor *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_box_append (GTK_BOX (card), make_bar (self));
  gtk_box_append (GTK_BOX (card), make_notice (self));
  gtk_box_append (GTK_BOX (card), make_leaflet (self));
  gtk_stack_add_named (self->stack, gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), "loading");
  gtk_stack_add_named (self->stack, card, "card");
  gtk_stack_add_named (self->stack, make_empty (), "empty");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  folded_cb (self);
}

/** cvn_card_editor_new: shows the chosen card of @book. */
GtkWidget *
cvn_card_editor_new (CvnCardBook *book)
{
  CvnCardEditor *self = g_object_new (CVN_TYPE_CARD_EDITOR, NULL);

  self->book = g_object_ref (book);
  fill (self);
  g_signal_connect_object (book, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cvn_card_book_get_centre (book), "notify::read-only", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
  return GTK_WIDGET (self);
}

/** cvn_card_editor_find_section: (transfer none) (nullable): the section that answers @question. */
CvnCardSection *
cvn_card_editor_find_section (CvnCardEditor *self,
                              const char    *question)
{
  const CvnCardSheet *sheet = cvn_card_book_get_sheet (self->book);
  GtkWidget          *child = gtk_widget_get_first_child (self->sections);

  for (guint i = 0; sheet != NULL && child != NULL && i < sheet->sections->len; i++, child = gtk_widget_get_next_sibling (child))
    if (g_strcmp0 (cvn_record_get_text (sheet->sections->pdata[i], "question"), question) == 0)
      return get_section (child);
  return NULL;
}

/** cvn_card_editor_get_n_pages: how many pages the preview shows; 0 before it is painted. */
guint
cvn_card_editor_get_n_pages (CvnCardEditor *self)
{
  return cvn_card_preview_get_n_pages (CVN_CARD_PREVIEW (self->preview));
}

/** cvn_card_editor_get_n_painted: how often the preview has been painted. */
guint
cvn_card_editor_get_n_painted (CvnCardEditor *self)
{
  return cvn_card_preview_get_n_painted (CVN_CARD_PREVIEW (self->preview));
}

/** cvn_card_editor_save: writes what has been typed, at once. */
void
cvn_card_editor_save (CvnCardEditor *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->sections); child != NULL; child = gtk_widget_get_next_sibling (child))
    cvn_card_section_save (get_section (child));
}
