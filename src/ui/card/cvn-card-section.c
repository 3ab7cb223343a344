/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-card-section"

#include "cvn-card-section.h"

#include "cvn-card-offer-button.h"
#include "cvn-card-part-dialog.h"
#include "cvn-card-part-list.h"
#include "cvn-direction-operations.h"
#include "cvn-guard.h"
#include "cvn-text.h"
#include "cvn-tooltip.h"
#include "cvn-window.h"

#include <glib/gi18n-lib.h>

#define SAVE_AFTER_MS 1500

struct _CvnCardSection
{
  AdwBin parent_instance;

  CvnCardBook *book;
  CvnRecord   *record; /* as it is stored */
  char        *added;  /* figures that were put in since, or NULL */
  CvnLanguage  language;
  gboolean     dirty;
  gboolean     filling;
  gboolean     saving;
  guint        save_id;

  GtkLabel      *heading;
  GtkLabel      *hint;
  GtkTextBuffer *buffer;
  GtkWidget     *view;
  CvnText       *sizer;
  GtkWidget     *offers;
  GtkWidget     *lines;
  GtkWidget     *own;      /* of a section of its own: to change its heading, to take it off */
  GtkWidget     *no_risks; /* of the risks, or NULL */
  GtkWidget     *roles;    /* of the project structure, or NULL */
};

typedef enum {
  SIGNAL_EDITED,
  N_SIGNALS,
} CvnCardSectionSignal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CvnCardSection, cvn_card_section, ADW_TYPE_BIN)

/* What changes something. */
static const char *const changing[] = { "card-section.insert", NULL };

static const char *
get_field (CvnCardSection *self)
{
  return self->language == CVN_LANGUAGE_NL ? "text_nl" : "text_en";
}

static char *
dup_text (CvnCardSection *self)
{
  GtkTextIter first;
  GtkTextIter last;

  gtk_text_buffer_get_bounds (self->buffer, &first, &last);
  return gtk_text_buffer_get_text (self->buffer, &first, &last, FALSE);
}

/** cvn_card_section_dup_record: (transfer full): the section with the words that stand in it now. */
CvnRecord *
cvn_card_section_dup_record (CvnCardSection *self)
{
  CvnRecord       *record = cvn_record_copy (self->record);
  g_autofree char *text = dup_text (self);
  const char      *before = cvn_record_get_text (record, "snapshot");
  g_autofree char *snapshot = NULL;

  cvn_record_set_text (record, get_field (self), *text != '\0' ? text : NULL);
  if (self->added != NULL)
    {
      snapshot = before != NULL ? g_strconcat (before, "\n", self->added, NULL) : g_strdup (self->added);
      cvn_record_set_text (record, "snapshot", snapshot);
    }
  return record;
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (CvnCardSection) self = data;
  g_autoptr (GError) error = NULL;

  cvn_centre_finish (CVN_CENTRE (source), result, &error);
  self->saving = FALSE;
  if (error == NULL)
    return;
  /* What was typed stays where it is. */
  self->dirty = TRUE;
  if (self->view != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    cvn_window_show_toast (GTK_WIDGET (self), error->message, FALSE);
}

/** cvn_card_section_save: writes what has changed, as one step; at once. */
void
cvn_card_section_save (CvnCardSection *self)
{
  CvnCentre *centre = cvn_card_book_get_centre (self->book);
  g_autoptr (CvnRecord) record = NULL;
  g_autoptr (CvnOperation) operation = NULL;
  g_autofree char *now = NULL;

  g_clear_handle_id (&self->save_id, g_source_remove);
  if (!self->dirty || self->saving)
    return;
  record = cvn_card_section_dup_record (self);
  self->dirty = FALSE;
  if (cvn_record_equal (record, self->record))
    return;
  now = cvn_card_book_dup_now (self->book);
  operation = cvn_write_section_new (record, now);
  cvn_operation_set_subject (operation, gtk_label_get_label (self->heading));
  g_clear_pointer (&self->added, g_free);
  g_set_object (&self->record, record);
  self->saving = TRUE;
  cvn_operation_run_async (operation, centre, NULL, saved_cb, g_object_ref (self));
}

static gboolean
save_later_cb (gpointer data)
{
  CvnCardSection *self = data;

  self->save_id = 0;
  if (self->saving)
    {
      self->save_id = g_timeout_add (SAVE_AFTER_MS, save_later_cb, self);
      return G_SOURCE_REMOVE;
    }
  cvn_card_section_save (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (CvnCardSection *self)
{
  g_autofree char *text = dup_text (self);
  /* With room for the next line. */
  g_autofree char *sized = g_strconcat (text, "\n", NULL);

  cvn_text_set_text (self->sizer, sized);
  if (self->filling)
    return;
  self->dirty = TRUE;
  g_clear_handle_id (&self->save_id, g_source_remove);
  self->save_id = g_timeout_add (SAVE_AFTER_MS, save_later_cb, self);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
left_cb (CvnCardSection *self)
{
  cvn_card_section_save (self);
}

static void
fill_text (CvnCardSection *self)
{
  const char      *text = cvn_record_get_text (self->record, get_field (self));
  g_autofree char *shown = dup_text (self);

  if (g_strcmp0 (shown, text != NULL ? text : "") == 0)
    return;
  self->filling = TRUE;
  gtk_text_buffer_set_text (self->buffer, text != NULL ? text : "", -1);
  self->filling = FALSE;
}

/* A card may be read in two languages: what is missing in one is said. */
static void
fill_hint (CvnCardSection *self)
{
  const char *nl = cvn_record_get_text (self->record, "text_nl");
  const char *en = cvn_record_get_text (self->record, "text_en");

  gtk_label_set_label (self->hint, nl != NULL && en == NULL ? _("Not written in English yet") : nl == NULL && en != NULL ? _("Not written in Dutch yet")
                                                                                                                          : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), (nl == NULL) != (en == NULL));
}

/** cvn_card_section_insert: puts the words of an offer where the cursor is, and keeps the figures that they use. */
void
cvn_card_section_insert (CvnCardSection     *self,
                         const CvnCardOffer *offer)
{
  const char *text = self->language == CVN_LANGUAGE_NL ? offer->text_nl : offer->text_en;
  GtkTextIter place;

  if (offer->snapshot != NULL)
    {
      g_autofree char *before = g_steal_pointer (&self->added);

      self->added = before != NULL ? g_strconcat (before, "\n", offer->snapshot, NULL) : g_strdup (offer->snapshot);
    }
  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_get_iter_at_mark (self->buffer, &place, gtk_text_buffer_get_insert (self->buffer));
  if (!gtk_text_iter_starts_line (&place))
    gtk_text_buffer_insert (self->buffer, &place, "\n", 1);
  gtk_text_buffer_insert (self->buffer, &place, text, -1);
  gtk_text_buffer_end_user_action (self->buffer);
  gtk_widget_grab_focus (self->view);
}

/** cvn_card_section_type: puts text where the cursor is, as a key does. */
void
cvn_card_section_type (CvnCardSection *self,
                       const char     *text)
{
  gtk_text_buffer_insert_interactive_at_cursor (self->buffer, text, -1, gtk_text_view_get_editable (GTK_TEXT_VIEW (self->view)));
}

static void
insert_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  CvnCardSection *self = CVN_CARD_SECTION (widget);
  GPtrArray      *offers = cvn_card_book_get_offers (self->book);
  guint           place = g_variant_get_uint32 (parameter);

  cvn_card_offer_button_popdown (CVN_CARD_OFFER_BUTTON (self->offers));
  if (offers != NULL && place < offers->len)
    cvn_card_section_insert (self, offers->pdata[place]);
}

static void
clear_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static const char *
get_line_kind (const char *question)
{
  if (g_strcmp0 (question, "steps") == 0)
    return "step";
  if (g_strcmp0 (question, "milestones") == 0)
    return "milestone";
  return g_strcmp0 (question, "risks") == 0 ? "risk" : NULL;
}

static char *
describe_line (CvnCardSection    *self,
               const CvnCardLine *line)
{
  const char *text = cvn_card_sheet_pick (line->line, "text", self->language, NULL);
  gint64      slip = cvn_record_get_integer (line->line, "slip_days");
  gint64      likelihood = cvn_record_get_integer (line->line, "likelihood");

  if (slip > 0)
    /* Translators: a milestone, and by how many days it is late */
    return g_strdup_printf (ngettext ("%1$s (%2$d day late)", "%1$s (%2$d days late)", (gulong) slip), text, (int) slip);
  if (likelihood > 0)
    return g_strdup_printf ("%s (%d × %d)", text, (int) likelihood, (int) cvn_record_get_integer (line->line, "impact"));
  return g_strdup (text);
}

static void
add_line (CvnCardSection    *self,
          const CvnCardLine *line,
          const char        *kind)
{
  g_autofree char *text = describe_line (self, line);
  const char      *id = cvn_record_get_text (line->line, kind);
  GtkWidget       *button = gtk_button_new ();
  GtkWidget       *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "cvn-matter");
  if (id != NULL)
    {
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-record");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", kind, id);
    }
  gtk_box_append (GTK_BOX (self->lines), button);
}

/* What was taken over from the registers, each a way to its record. */
static void
fill_lines (CvnCardSection *self)
{
  const CvnCardSheet *sheet = cvn_card_book_get_sheet (self->book);
  const char         *kind = get_line_kind (cvn_record_get_text (self->record, "question"));

  clear_box (self->lines);
  for (guint i = 0; sheet != NULL && kind != NULL && i < sheet->lines->len; i++)
    {
      const CvnCardLine *line = &g_array_index (sheet->lines, CvnCardLine, i);

      if (g_strcmp0 (cvn_record_get_text (line->line, "kind"), kind) == 0)
        add_line (self, line, kind);
    }
  gtk_widget_set_visible (self->lines, gtk_widget_get_first_child (self->lines) != NULL);
}

/* Only what is asked of this section. */
static void
update_extras (CvnCardSection *self,
               gboolean        can_edit)
{
  const CvnCardSheet *sheet = cvn_card_book_get_sheet (self->book);

  gtk_widget_set_visible (self->own, can_edit && !cvn_record_has (self->record, "question"));
  if (self->roles != NULL)
    cvn_card_part_list_update (CVN_CARD_PART_LIST (self->roles), self->language, can_edit);
  if (self->no_risks == NULL || sheet == NULL)
    return;
  self->filling = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->no_risks), cvn_record_get_integer (sheet->card, "no_risks") != 0);
  self->filling = FALSE;
  gtk_widget_set_sensitive (self->no_risks, can_edit);
}

/** cvn_card_section_update: shows what is stored, but never over what is being typed. */
void
cvn_card_section_update (CvnCardSection *self,
                         CvnRecord      *section,
                         CvnLanguage     language,
                         gboolean        can_edit)
{
  g_autofree char *heading = cvn_card_sheet_dup_heading (section, language);
  gboolean         other = self->language != language;

  if (other)
    cvn_card_section_save (self);
  if (!self->dirty && !self->saving)
    g_set_object (&self->record, section);
  self->language = language;
  gtk_label_set_label (self->heading, heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  if (other || !self->dirty)
    fill_text (self);
  fill_hint (self);
  cvn_card_offer_button_update (CVN_CARD_OFFER_BUTTON (self->offers), self->record, language, can_edit);
  fill_lines (self);
  update_extras (self, can_edit);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->view), can_edit);
  gtk_text_view_set_cursor_visible (GTK_TEXT_VIEW (self->view), can_edit);
}

/** cvn_card_section_is_dirty: whether words stand in it that have not been stored. */
gboolean
cvn_card_section_is_dirty (CvnCardSection *self)
{
  return self->dirty;
}

/** cvn_card_section_get_id: of its record. */
const char *
cvn_card_section_get_id (CvnCardSection *self)
{
  return cvn_record_get_id (self->record);
}

static void
cvn_card_section_dispose (GObject *object)
{
  CvnCardSection *self = CVN_CARD_SECTION (object);

  g_clear_handle_id (&self->save_id, g_source_remove);
  if (self->view != NULL && self->book != NULL)
    cvn_card_section_save (self);
  self->view = NULL;
  g_clear_object (&self->book);
  g_clear_object (&self->record);
  G_OBJECT_CLASS (cvn_card_section_parent_class)->dispose (object);
}

static void
cvn_card_section_finalize (GObject *object)
{
  g_free (CVN_CARD_SECTION (object)->added);
  G_OBJECT_CLASS (cvn_card_section_parent_class)->finalize (object);
}

static void
cvn_card_section_class_init (CvnCardSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_card_section_dispose;
  G_OBJECT_CLASS (klass)->finalize = cvn_card_section_finalize;
  signals[SIGNAL_EDITED] = g_signal_new ("edited", CVN_TYPE_CARD_SECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "card-section.insert", "u", insert_cb);
}

static void
told_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (CvnCardSection) self = data;
  g_autoptr (GError) error = NULL;

  cvn_centre_finish (CVN_CENTRE (source), result, &error);
  if (error != NULL && self->view != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    cvn_window_show_toast (GTK_WIDGET (self), error->message, FALSE);
}

static void
no_risks_cb (CvnCardSection *self)
{
  const CvnCardSheet *sheet = cvn_card_book_get_sheet (self->book);
  g_autoptr (CvnOperation) operation = NULL;
  g_autofree char *now = NULL;

  if (self->filling || sheet == NULL)
    return;
  now = cvn_card_book_dup_now (self->book);
  operation = cvn_set_no_risks_new (cvn_record_get_id (sheet->card), gtk_check_button_get_active (GTK_CHECK_BUTTON (self->no_risks)), now);
  cvn_operation_set_subject (operation, gtk_label_get_label (self->heading));
  cvn_operation_run_async (operation, cvn_card_book_get_centre (self->book), NULL, told_cb, g_object_ref (self));
}

static void
edit_heading_cb (CvnCardSection *self)
{
  cvn_card_section_save (self);
  gtk_window_present (GTK_WINDOW (cvn_card_part_dialog_new (GTK_WIDGET (self), self->book, "card_section", self->record)));
}

static void
take_off_cb (CvnCardSection *self)
{
  g_clear_handle_id (&self->save_id, g_source_remove);
  cvn_card_section_save (self);
  cvn_card_remove_part (GTK_WIDGET (self), self->book, self->record, gtk_label_get_label (self->heading));
}

static GtkWidget *
make_tool (CvnCardSection *self,
           const char     *icon,
           const char     *tip,
           GCallback       callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  cvn_tooltip_set (button, tip);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_own (CvnCardSection *self)
{
  self->own = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_valign (self->own, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->own), make_tool (self, "document-edit-symbolic", _("Edit the heading"), G_CALLBACK (edit_heading_cb)));
  gtk_box_append (GTK_BOX (self->own), make_tool (self, "user-trash-symbolic", _("Take off the card"), G_CALLBACK (take_off_cb)));
  return self->own;
}

static void
add_extras (CvnCardSection *self)
{
  const char *question = cvn_record_get_text (self->record, "question");
  GtkWidget  *content = adw_bin_get_child (ADW_BIN (self));

  if (g_strcmp0 (question, "structure") == 0)
    {
      self->roles = cvn_card_part_list_new (self->book, "card_role");
      gtk_box_append (GTK_BOX (content), self->roles);
    }
  if (g_strcmp0 (question, "risks") != 0)
    return;
  self->no_risks = gtk_check_button_new_with_label (_("No risks: looked for, and none found"));
  gtk_box_append (GTK_BOX (content), self->no_risks);
  g_signal_connect_object (self->no_risks, "toggled", G_CALLBACK (no_risks_cb), self, G_CONNECT_SWAPPED);
}

static GtkWidget *
make_head (CvnCardSection *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->offers = cvn_card_offer_button_new (self->book);
  self->heading = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "hexpand", TRUE, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->heading), "heading");
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->heading));
  gtk_box_append (GTK_BOX (head), make_own (self));
  gtk_box_append (GTK_BOX (head), self->offers);
  return head;
}

/* A text view does not ask for the height of its words at the width that it gets. The same words do, unseen, below it. */
static GtkWidget *
make_view (CvnCardSection *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget          *overlay = gtk_overlay_new ();

  self->sizer = g_object_new (CVN_TYPE_TEXT, "opacity", 0.0, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->sizer), "cvn-card-text");
  self->view = gtk_text_view_new ();
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  /* The tabulator goes to the next section: a card has no use for it. */
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_widget_add_css_class (self->view, "cvn-card-text");
  gtk_widget_add_css_class (overlay, "card");
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->sizer));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->view);
  gtk_widget_add_controller (self->view, focus);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return overlay;
}

static void
cvn_card_section_init (CvnCardSection *self)
{
}

static void
fill (CvnCardSection *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->hint = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "css-classes", (const char *[]){ "cvn-caption", "cvn-dim", NULL }, NULL));
  self->lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->lines, "card");
  gtk_box_append (GTK_BOX (content), make_head (self));
  gtk_box_append (GTK_BOX (content), make_view (self));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->hint));
  gtk_box_append (GTK_BOX (content), self->lines);
  adw_bin_set_child (ADW_BIN (self), content);
}

/** cvn_card_section_new: the section @section of the chosen card of @book. */
GtkWidget *
cvn_card_section_new (CvnCardBook *book,
                      CvnRecord   *section,
                      CvnLanguage  language)
{
  CvnCardSection *self = g_object_new (CVN_TYPE_CARD_SECTION, NULL);

  self->book = g_object_ref (book);
  cvn_guard_actions (GTK_WIDGET (self), cvn_card_book_get_centre (book), changing);
  self->record = g_object_ref (section);
  self->language = language;
  fill (self);
  add_extras (self);
  return GTK_WIDGET (self);
}
