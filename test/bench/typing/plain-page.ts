/** The least a page can do while somebody types: write five list items at every letter. */
export const plainPage = `<!doctype html><html lang="en"><title>Plain</title>
<input aria-label="Words"><ul></ul>
<script>
  const input = document.querySelector('input');
  const list = document.querySelector('ul');
  input.addEventListener('input', () => {
    list.replaceChildren(...[1, 2, 3, 4, 5].map((number) => {
      const item = document.createElement('li');
      item.textContent = number + ' ' + input.value;
      return item;
    }));
  });
</script>`;
